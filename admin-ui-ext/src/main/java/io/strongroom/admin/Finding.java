package io.strongroom.admin;

/**
 * Something an administrator should mend.
 *
 * @param severity {@code warning} or {@code error}
 * @param what     the attribute, and whose
 * @param message  what is wrong and what holds until it is mended
 */
public record Finding(String severity, String what, String message) {}
