package io.patchbay.reading;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.CodeEntry;
import io.patchbay.model.Destination;
import io.patchbay.model.Directory;
import io.patchbay.model.Presence.NotReadyReason;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads names from clients with the directory. */
public record Names(Directory directory) {
    /** The endpoint for all queues instead of an address. */
    public static final String ALL = "*";
    /** Of a number with what is written into it. */
    private static final int LONGEST = 256;
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]+");
    private static final String ADDRESS = "an extension, a queue, or a number of at most 32 digits, * and #";

    /** A destination that an agent dials, also as people and CRMs write it. */
    public Read<Destination> destination(String text) {
        return Read.of(resolved(text), ADDRESS);
    }

    /** The address of a party of a call, exactly as the gateway writes it. */
    public Read<Destination> party(String text) {
        return Read.of(directory.resolve(text), ADDRESS);
    }

    /** A party that is neither an agent nor a queue. */
    public Read<Destination> outside(String text) {
        return Read.of(resolved(text).filter(Destination.Outside.class::isInstance),
                "an outside number of at most 32 digits, * and #, with an optional leading +, not an extension or queue");
    }

    /** A destination that an outside party can reach. */
    public Read<Destination> inside(String text) {
        return Read.of(resolved(text).filter(to -> !(to instanceof Destination.Outside)),
                "an extension, or the number or name of a queue");
    }

    public Read<Destination> queue(String text) {
        return Read.of(resolved(text).filter(Destination.ToQueue.class::isInstance), "the number or name of a queue");
    }

    /** Queues by name, number or id, each once. @param allowed the permitted ones */
    public Read<List<QueueName>> queues(List<String> named, List<QueueName> allowed) {
        List<QueueName> queues = new ArrayList<>();
        for (String name : named) {
            Optional<QueueName> queue = directory.queue(name).map(QueueEntry::name).filter(allowed::contains);
            if (queue.isEmpty()) {
                return Read.wrong("queues that may be served here");
            }
            queue.filter(one -> !queues.contains(one)).ifPresent(queues::add);
        }
        return Read.of(List.copyOf(queues));
    }

    /** The endpoint of a channel without a telephone: a queue of the agent if the endpoint names one, otherwise none. */
    public Read<Optional<QueueName>> endpoint(AgentEntry agent, String endpoint) {
        Optional<QueueName> queue = directory.queue(endpoint).map(QueueEntry::name);
        boolean fits = queue.map(agent.queues()::contains).orElseGet(() -> endpoint.equals(ALL) || Address.fits(endpoint));
        return fits ? Read.of(queue) : Read.wrong("a queue that the agent serves, an address or *");
    }

    /** @param named empty for the first one */
    public Read<String> extension(AgentEntry agent, String named) {
        return Read.of(agent.extensions().stream().map(Address::value).filter(own -> named.isEmpty() || own.equals(named)).findFirst(),
                "an extension of the agent, or empty for its first extension");
    }

    /** @param description replaces the one of the directory */
    public Read<NotReadyReason> notReady(String code, Optional<String> description) {
        return Read.of(directory.codes().notReadyReason(code).map(entry -> new NotReadyReason(entry.code(),
                description.orElse(entry.label()))), "one of the not-ready codes of the directory");
    }

    public Read<NotReadyReason> logout(String code) {
        return Read.of(directory.codes().logoutReason(code).map(entry -> new NotReadyReason(entry.code(), entry.label())),
                "one of the logout codes of the directory");
    }

    /** The code of a disposition. */
    public Read<String> disposition(String code) {
        return Read.of(directory.codes().disposition(code).map(CodeEntry::code), "one of the dispositions of the directory");
    }

    /** The text as it is counts before the number that is written in it. A name is written in one way only. */
    private Optional<Destination> resolved(String text) {
        return directory.resolve(text).or(() -> Optional.of(text).filter(written -> written.length() <= LONGEST).map(Calling::plain)
                .filter(NUMBER.asMatchPredicate()).flatMap(directory::resolve));
    }
}
