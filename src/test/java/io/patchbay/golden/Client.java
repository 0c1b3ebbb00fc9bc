package io.patchbay.golden;

import java.util.Map;

/**
 * Names of clients: {@code ana} is agent ana's Harmony connection, {@code ana2} a second one of the same agent, {@code genesys ana} a
 * Genesys client of hers.
 */
final class Client {

    private static final Map<String, String> EXTENSIONS =
        Map.of("ana", "5001", "ben", "5002", "caro", "5003", "dan", "5069", "sam", "5009");

    private static final String GENESYS = "genesys ";

    private Client() { }

    static String genesys(String name) {
        return GENESYS + name;
    }

    static boolean isGenesys(String client) {
        return client.startsWith(GENESYS);
    }

    static String agent(String client) {
        return client.replaceFirst("^" + GENESYS, "").replaceAll("\\d+$", "");
    }

    static String extension(String client) {
        return EXTENSIONS.getOrDefault(agent(client), "");
    }
}
