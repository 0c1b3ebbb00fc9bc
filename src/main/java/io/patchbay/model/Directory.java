package io.patchbay.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Users, queues and codes, read once at start. It never changes, so all doors and threads share it. */
public final class Directory {
    private static final Pattern OUTSIDE = Pattern.compile("(?=.{1,32}$)\\+?[0-9*#]+");

    private final List<AgentEntry> users;
    private final List<QueueEntry> queues;
    private final CodeLists codes;
    private final FarEnds farEnds;
    private final List<ContactEntry> addressBook;
    private final List<ScriptEntry> scripts;
    private final Map<String, AgentEntry> byName = new HashMap<>();
    private final Map<String, AgentEntry> byUserId = new HashMap<>();
    private final Map<String, QueueEntry> byQueueName = new HashMap<>();
    private final Map<String, QueueEntry> byQueueId = new HashMap<>();
    private final Map<String, AgentEntry> byExtension = new HashMap<>();
    private final Map<String, QueueEntry> byNumber = new HashMap<>();

    /** One without an address book and scripts. @throws IllegalArgumentException if two entries share a name, an id or a number */
    public Directory(Collection<AgentEntry> users, Collection<QueueEntry> queues, CodeLists codes, FarEnds farEnds) {
        this(users, queues, codes, farEnds, List.of(), List.of());
    }

    /** @throws IllegalArgumentException if two entries share a name, an id or a number */
    public Directory(Collection<AgentEntry> users, Collection<QueueEntry> queues, CodeLists codes, FarEnds farEnds,
                     List<ContactEntry> addressBook, List<ScriptEntry> scripts) {
        this.addressBook = List.copyOf(addressBook);
        this.scripts = List.copyOf(scripts);
        this.users = List.copyOf(users);
        this.queues = List.copyOf(queues);
        this.codes = codes;
        this.farEnds = farEnds;
        for (AgentEntry user : users) {
            put(byName, user.id().value(), user);
            put(byUserId, user.userId(), user);
            user.extensions().forEach(extension -> put(byExtension, extension.value(), user));
        }
        for (QueueEntry queue : queues) {
            put(byQueueName, queue.name().value(), queue);
            put(byQueueId, queue.queueId(), queue);
            put(byNumber, queue.number().value(), queue);
        }
    }

    private static <T> void put(Map<String, T> map, String key, T entry) {
        if (map.put(key, entry) != null) {
            throw new IllegalArgumentException("the directory has " + key + " twice");
        }
    }

    /** Everybody, in the order of the file. */
    public List<AgentEntry> users() {
        return users;
    }

    public List<QueueEntry> queues() {
        return queues;
    }

    public CodeLists codes() {
        return codes;
    }

    /** Those outside whom agents call, in the order of the file. */
    public List<ContactEntry> addressBook() {
        return addressBook;
    }

    public List<ScriptEntry> scripts() {
        return scripts;
    }

    public Optional<AgentEntry> agent(AgentId id) {
        return Optional.ofNullable(byName.get(id.value()));
    }

    /** By name or by user id: wherever an id is taken, the name is too. */
    public Optional<AgentEntry> user(String nameOrId) {
        return Optional.ofNullable(byName.getOrDefault(nameOrId, byUserId.get(nameOrId)));
    }

    public Optional<QueueEntry> queue(QueueName name) {
        return Optional.ofNullable(byQueueName.get(name.value()));
    }

    /** By name, number or id. */
    public Optional<QueueEntry> queue(String nameNumberOrId) {
        return Optional.ofNullable(byQueueName.getOrDefault(nameNumberOrId,
                byNumber.getOrDefault(nameNumberOrId, byQueueId.get(nameNumberOrId))));
    }

    /** The names of all teams, each once. */
    public List<String> teams() {
        return users.stream().flatMap(user -> user.teams().stream()).distinct().toList();
    }

    /** The id of a team. A team has no entry of its own in the file. */
    public static String teamIdOf(String name) {
        return Ids.ofName("team:" + name);
    }

    /** The members of a team, its supervisors among them; empty if there is no such team. */
    public List<AgentEntry> team(String name) {
        return users.stream().filter(user -> user.teams().contains(name)).toList();
    }

    /** Whether the first is a supervisor of a team the second is in. */
    public boolean supervises(AgentId supervisor, AgentId agent) {
        return agent(supervisor).filter(entry -> entry.role() == AgentEntry.Role.SUPERVISOR)
                .flatMap(entry -> agent(agent).filter(other -> other.teams().stream().anyMatch(entry.teams()::contains)))
                .isPresent();
    }

    /**
     * What somebody dialled: an extension, a queue by number or name, else an outside number of digits, * and # with a
     * leading + allowed, 32 characters at most. Empty: none of these, so invalid input. Takes the text as it is, blanks included.
     */
    public Optional<Destination> resolve(String dialled) {
        AgentEntry owner = byExtension.get(dialled);
        if (owner != null) {
            return Optional.of(new Destination.Extension(owner.id(), new Address(dialled)));
        }
        QueueEntry queue = byNumber.getOrDefault(dialled, byQueueName.get(dialled));
        if (queue != null) {
            return Optional.of(queue.destination());
        }
        if (dialled == null || !OUTSIDE.matcher(dialled).matches()) {
            return Optional.empty();
        }
        Address outside = new Address(dialled);
        return Optional.of(new Destination.Outside(outside, farEnds.of(outside)));
    }
}
