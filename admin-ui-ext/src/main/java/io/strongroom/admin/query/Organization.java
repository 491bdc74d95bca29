package io.strongroom.admin.query;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An organization of a user. */
@Schema(name = "UserOrganization")
public record Organization(String id, String name, String alias) {}
