package io.patchbay.model;

/**
 * Where a sign-in comes from.
 *
 * @param door the name of the door, such as {@code harmony}
 * @param address the IP address of the client, without a port
 */
public record SignInOrigin(String door, String address) { }
