<#import "template.ftl" as layout>
<#import "strongroom-layout.ftl" as ui>
<#-- Keycloak writes "not specified" for an option that is left to the browser. -->
<#function option value><#return (value == "not specified")?then("", value)></#function>
<#function residentKey>
  <#if option(residentKeyOption)?has_content><#return option(residentKeyOption)></#if>
  <#return (requireResidentKey == "Yes")?then("required", (requireResidentKey == "No")?then("discouraged", ""))>
</#function>
<#assign residentKeyOption = (.data_model.residentKey)!"not specified">
<@layout.registrationLayout displayMessage=true; section>
  <#if section = "header">
    ${msg("strongroomKeySetUpTitle-" + keyMethod)}
  <#elseif section = "form">
    <form id="register" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate data-strongroom-form
        data-strongroom-key="create" data-strongroom-challenge="${challenge}" data-strongroom-rp-id="${rpId}" data-strongroom-rp-name="${rpEntityName}"
        data-strongroom-user="${username}" data-strongroom-user-handle="${userid}"
        data-strongroom-algorithms="${signatureAlgorithms?map(algorithm -> algorithm?c)?join(",")}"
        data-strongroom-attestation="${option(attestationConveyancePreference)}" data-strongroom-attachment="${option(authenticatorAttachment)}"
        data-strongroom-resident-key="${residentKey()}" data-strongroom-verification="${option(userVerificationRequirement)}"
        data-strongroom-timeout="${(createTimeout * 1000)?c}" data-strongroom-keys="${excludeCredentialIds}">
      <#list ["clientDataJSON", "attestationObject", "publicKeyCredentialId", "transports", "authenticatorAttachment", "error"] as name>
        <input type="hidden" id="${name}" name="${name}">
      </#list>
      <@ui.text>${msg("strongroomKeySetUpIntro-" + keyMethod)}</@ui.text>
      <noscript><@ui.text>${msg("strongroomKeyNoScript")}</@ui.text></noscript>

      <@ui.field name="authenticatorLabel" label=msg("strongroomKeyName") hint=msg("strongroomKeyNameHint") value=msg("strongroomKeyNameValue-" + keyMethod) + (keys gt 0)?then(" " + (keys + 1), "") maxlength=255 dir="auto"/>
      <@ui.endOtherSessions/>
      <@ui.keyButton id="registerWebAuthn" label=msg("strongroomKeySetUp-" + keyMethod)/>
      <@ui.otherMethods/>
    </form>
    <script type="module" src="${url.resourcesPath}/js/strongroom-key.69fc7ae7.js"></script>
    <script type="module" src="${url.resourcesPath}/js/strongroom-code.21de4fa8.js"></script>
    <@ui.restart/>
  </#if>
</@layout.registrationLayout>
