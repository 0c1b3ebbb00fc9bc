package io.patchbay.dialect.genesys.frame;

/** Absolute addresses of resources. @param base ends in {@code /api/v2} and never comes from a request (BINDINGS, Genesys) */
public record GenesysUris(String base) {
    String of(String path) {
        return base + path;
    }
}
