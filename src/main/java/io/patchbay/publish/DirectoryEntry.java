package io.patchbay.publish;

import io.patchbay.model.Address;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import io.patchbay.model.QueueEntry;
import io.patchbay.model.QueueName;
import java.util.List;
import java.util.stream.Stream;

/** What everybody may know of one user, team or queue of the directory. Passwords, tokens and personal details are not part of it. */
public sealed interface DirectoryEntry {

    /** The key of its record. */
    String id();

    /** The published type. */
    String type();

    /** What its events are about: the subject of the records on other topics; of a team, which has none, its name. */
    String subject();

    /** @param agent the id of the user in events */
    record User(String id, AgentId agent, String displayName, AgentEntry.Role role, List<Address> extensions, List<QueueName> queues,
                List<String> teams) implements DirectoryEntry {
        public User {
            requireKey(id);
        }

        static User of(AgentEntry user) {
            return new User(user.userId(), user.id(), user.displayName(), user.role(), user.extensions(), user.queues(), user.teams());
        }

        @Override
        public String type() {
            return "cti.directory.user.v1";
        }

        @Override
        public String subject() {
            return "agent/" + agent;
        }
    }

    /** @param supervisors those of its members that supervise the others */
    record Team(String id, String team, List<AgentId> members, List<AgentId> supervisors) implements DirectoryEntry {
        public Team {
            requireKey(id);
        }

        static Team of(String name, Directory directory) {
            List<AgentEntry> members = directory.team(name);
            return new Team(Directory.teamIdOf(name), name, members.stream().map(AgentEntry::id).toList(),
                    members.stream().filter(user -> user.role() == AgentEntry.Role.SUPERVISOR).map(AgentEntry::id).toList());
        }

        @Override
        public String type() {
            return "cti.directory.team.v1";
        }

        @Override
        public String subject() {
            return "team/" + team;
        }
    }

    /** @param queue the name of the queue in events */
    record ServedQueue(String id, QueueName queue, String displayName, Address number, boolean wrapUp) implements DirectoryEntry {
        public ServedQueue {
            requireKey(id);
        }

        static ServedQueue of(QueueEntry queue) {
            return new ServedQueue(queue.queueId(), queue.name(), queue.displayName(), queue.number(), queue.wrapUp());
        }

        @Override
        public String type() {
            return "cti.directory.queue.v1";
        }

        @Override
        public String subject() {
            return "queue/" + queue;
        }
    }

    private static void requireKey(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an entry of the directory needs an id");
        }
    }

    /** All entries, in the order of the file. */
    static List<DirectoryEntry> of(Directory directory) {
        Stream<DirectoryEntry> teams = directory.teams().stream().map(team -> Team.of(team, directory));
        Stream<DirectoryEntry> others = Stream.concat(teams, directory.queues().stream().map(ServedQueue::of));
        return Stream.concat(directory.users().stream().map(User::of), others).toList();
    }
}
