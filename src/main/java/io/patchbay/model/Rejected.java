package io.patchbay.model;

import java.util.Optional;

/**
 * A client sent what is no request of the door it came to. This is all that is kept of it: the text could hold a password, digits or what
 * people write, and where it is no JSON nobody can say where these end.
 *
 * @param door    its name, as its route file gives it
 * @param why     the sentence its sender was told; it never quotes the text
 * @param length  characters of it that were read: none of what is no text, of what is too long at most its beginning
 * @param request the name of the request, where there is one that the door knows
 * @param user    whose credentials it came with
 * @param client  the connection's id in logs; empty where each request comes by itself
 * @param record  where it is, if it came over Kafka
 */
public record Rejected(String door, String why, int length, Optional<String> request, Optional<AgentId> user, Optional<String> client,
                       Optional<Place> record) {

    /** Where a record is. */
    public record Place(String topic, int partition, long offset) { }

    public static Rejected of(String door, String why, int length) {
        return new Rejected(door, why, length, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @param known never taken from the text unless it is one of the door's own words */
    public Rejected asking(Optional<String> known) {
        return new Rejected(door, why, length, known, user, client, record);
    }

    /** @param authenticated a user whose password was right */
    public Rejected by(Optional<AgentId> authenticated) {
        return new Rejected(door, why, length, request, authenticated, client, record);
    }

    public Rejected from(Optional<String> connection) {
        return new Rejected(door, why, length, request, user, connection, record);
    }

    public Rejected at(Place place) {
        return new Rejected(door, why, length, request, user, client, Optional.of(place));
    }
}
