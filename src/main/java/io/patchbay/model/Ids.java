package io.patchbay.model;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Ids of new things derive from the id of the command that makes them, so a retry makes nothing twice (DESIGN 4.1). */
public final class Ids {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final BigInteger SPACE = BigInteger.valueOf(36).pow(16);

    private Ids() { }

    public static InteractionId interaction(CommandId cause) {
        String digits = new BigInteger(1, hash("interaction", cause.value())).mod(SPACE).toString(36).toUpperCase(Locale.ROOT);
        return new InteractionId("0".repeat(16 - digits.length()) + digits);
    }

    public static CallId call(CommandId cause) {
        return new CallId(HEX.formatHex(hash("call", cause.value()), 0, 16));
    }

    /** @param role tells apart the parties one command makes */
    public static PartyId party(CommandId cause, String role) {
        return new PartyId(HEX.formatHex(hash("party", cause.value(), role), 0, 8));
    }

    /** Of a party that comes to be with another and has no command of its own. @param role tells apart those beside one */
    public static PartyId beside(PartyId other, String role) {
        return new PartyId(HEX.formatHex(hash("beside", other.value(), role), 0, 8));
    }

    /** A short opaque id without dots, for channels, groups and sessions; {@code what} tells apart those of one command. */
    public static String part(CommandId cause, String what) {
        return HEX.formatHex(hash("part", cause.value(), what), 0, 8).toLowerCase(Locale.ROOT);
    }

    /** The id of a request that names itself: scoped, so that two agents that both send "1" never meet (BINDINGS, Harmony). */
    public static CommandId command(String... scope) {
        return new CommandId(HEX.formatHex(hash(scope), 0, 16).toLowerCase(Locale.ROOT));
    }

    /** The id of the n-th command after the first one of the same request, from 1. */
    public static CommandId further(CommandId first, int n) {
        return command("further", first.value(), String.valueOf(n));
    }

    /** Of all clients of one dialect together that an agent has at one member, where a dialect lets several stand side by side. */
    public static SessionId binding(AgentId agent, String dialect, String member) {
        return new SessionId(part(command(agent.value(), dialect, member), "session"));
    }

    /** Of the channel of that medium which a command adds, alone or with a group. */
    public static ChannelId channel(CommandId cause, Medium medium) {
        return new ChannelId(part(cause, "channel:" + medium));
    }

    /** A digest of a payload, to tell a repeat from another payload under the same id. */
    public static String digest(String payload) {
        return HEX.formatHex(hash("payload", payload), 0, 16);
    }

    /** The first 32 hex digits of the SHA-256 of a name. People who know the rule can compute it. */
    static String ofName(String name) {
        return HexFormat.of().formatHex(sha256().digest(name.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static byte[] hash(String... parts) {
        MessageDigest sha = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            sha.update((byte) (bytes.length >> 8));
            sha.update((byte) bytes.length);
            sha.update(bytes);
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
