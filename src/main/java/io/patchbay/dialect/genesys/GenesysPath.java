package io.patchbay.dialect.genesys;

import io.patchbay.dialect.genesys.words.ChannelName;
import io.patchbay.dialect.genesys.words.ContactKind;
import io.patchbay.dialect.genesys.words.Feature;
import io.patchbay.wire.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * The path of a resource below {@code /api/v2}. The addresses that Genesys prints for a user's own resources have no {@code /me}, so
 * such a path means the same with and without it.
 *
 * @param me       whether it is the user itself, or a resource with {@code /me}
 * @param segments decoded, without {@code /me}
 */
record GenesysPath(boolean me, List<String> segments) {
    static final String BASE = "/api/v2";
    private static final int BASE_SEGMENTS = 2;
    private static final int LOG_SEGMENTS = 3;
    private static final int USER_SEGMENTS = 4;

    static GenesysPath of(HttpRequest request) {
        List<String> all = request.segments();
        List<String> below = all.subList(Math.min(BASE_SEGMENTS, all.size()), all.size());
        boolean me = !below.isEmpty() && below.get(0).equals("me");
        return new GenesysPath(me, List.copyOf(me ? below.subList(1, below.size()) : below));
    }

    /** Whether it is this collection. */
    boolean is(String collection) {
        return segments.equals(List.of(collection));
    }

    /** Whether it is one resource of this collection. */
    boolean isOneOf(String collection) {
        return segments.size() == 2 && segments.get(0).equals(collection);
    }

    /** Present for chats and short-message sessions, also as one page of the vendor misspells them. */
    Optional<ContactKind> contacts() {
        return segments.isEmpty() ? Optional.empty() : kind(segments.get(0));
    }

    /** Present for one contact of a user. */
    Optional<ContactKind> contactsOfUser() {
        return !me && segments.size() == USER_SEGMENTS && segments.get(0).equals("users") ? kind(segments.get(2)) : Optional.empty();
    }

    private static Optional<ContactKind> kind(String collection) {
        return ContactKind.ofCollection(collection.equals("smsessions") ? "smssessions" : collection);
    }

    /** Whether it is the log of one contact. */
    boolean isLog() {
        return contacts().isPresent() && segments.size() == LOG_SEGMENTS && segments.get(2).equals("messages");
    }

    /** What a user must have for this resource. @param reading whether the resource is read, or takes an operation */
    Optional<Feature> feature(boolean reading) {
        return switch (segments.isEmpty() ? "" : segments.get(0)) {
            case "calls" -> Optional.of(Feature.API_VOICE);
            case "devices" -> reading ? Optional.empty() : Optional.of(Feature.API_VOICE);
            case "channels" -> reading || !isOneOf("channels") ? Optional.empty() : ChannelName.of(id()).map(Feature::of);
            case "chats", "smssessions", "smsessions" -> Optional.of(reading ? Feature.API_MULTIMEDIA_CHAT : Feature.API_MULTIMEDIA);
            case "interactions" -> Optional.of(Feature.API_MULTIMEDIA);
            default -> Optional.empty();
        };
    }

    /** The id of the resource. */
    String id() {
        return segments.get(1);
    }
}
