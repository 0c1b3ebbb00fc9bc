package io.patchbay.golden;

import java.util.Locale;
import java.util.Map;

/**
 * Names of clients: {@code ana} is agent ana's Harmony connection, {@code ana2} a second one of the same agent, {@code genesys ana} a
 * Genesys client of hers, {@code acqueon ana} an Acqueon one, {@code finesse ana} a Finesse one.
 */
final class Client {

    private static final Map<String, String> EXTENSIONS =
        Map.of("ana", "5001", "ben", "5002", "caro", "5003", "dan", "5069", "sam", "5009");

    private static final String GENESYS = "genesys ";
    private static final String ACQUEON = "acqueon ";
    private static final String FINESSE = "finesse ";

    private Client() { }

    static String genesys(String name) {
        return GENESYS + name;
    }

    static String acqueon(String name) {
        return ACQUEON + name;
    }

    static String finesse(String name) {
        return FINESSE + name;
    }

    static boolean isFinesse(String client) {
        return client.startsWith(FINESSE);
    }

    static boolean isAcqueon(String client) {
        return client.startsWith(ACQUEON);
    }

    static boolean isGenesys(String client) {
        return client.startsWith(GENESYS);
    }

    static String agent(String client) {
        return client.replaceFirst("^(" + GENESYS + "|" + ACQUEON + "|" + FINESSE + ")", "").replaceAll("\\d+$", "");
    }

    /** As the demo directory has it. */
    static String displayName(String client) {
        String agent = agent(client);
        return agent.isEmpty() ? "" : agent.substring(0, 1).toUpperCase(Locale.ROOT) + agent.substring(1);
    }

    static String extension(String client) {
        return EXTENSIONS.getOrDefault(agent(client), "");
    }
}
