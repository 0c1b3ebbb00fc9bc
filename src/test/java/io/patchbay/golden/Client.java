package io.patchbay.golden;

import java.util.Map;

/** Names of clients: {@code ana} is agent ana's connection, {@code ana2} a second connection of the same agent. */
final class Client {

    private static final Map<String, String> EXTENSIONS =
        Map.of("ana", "5001", "ben", "5002", "caro", "5003", "dan", "5069", "sam", "5009");

    private Client() { }

    static String agent(String client) {
        return client.replaceAll("\\d+$", "");
    }

    static String extension(String client) {
        return EXTENSIONS.getOrDefault(agent(client), "");
    }
}
