# Provider keycloak/keycloak. The attributes of a realm, group or organization are written as a whole: name all of the policy here, or none.
resource "keycloak_realm" "example" {
  realm = "example"

  attributes = {
    "twoFactor.enforcement"  = "required"
    "twoFactor.methods"      = "sms"
    "twoFactor.graceUntil"   = "2099-12-31"
    "twoFactor.exemptRoles"  = "two-factor-exempt"
  }
}

resource "keycloak_group" "falcon" {
  realm_id = keycloak_realm.example.id
  name     = "Falcon"

  attributes = {
    "dataRoom"                = "true"
    "twoFactor.enforced"      = "true"
    "twoFactor.withoutNumber" = "refuse"
  }
}

resource "keycloak_group" "falcon_administrators" {
  realm_id  = keycloak_realm.example.id
  parent_id = keycloak_group.falcon.id
  name      = "Administrators"

  attributes = {
    "dataRoom.administrators" = "true"
  }
}

# Stricter than the realm: members of this organization need an app or a passkey.
resource "keycloak_organization" "acme" {
  realm   = keycloak_realm.example.id
  name    = "acme"
  enabled = true

  domain {
    name = "acme.example"
  }

  attributes = {
    "twoFactor.enforcement" = "required"
    "twoFactor.methods"     = "passkey,totp"
  }
}
