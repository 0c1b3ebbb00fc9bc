package io.patchbay.wire;

/** One header of an HTTP response. A name may come several times, as Set-Cookie does. */
public record HttpHeader(String name, String value) { }
