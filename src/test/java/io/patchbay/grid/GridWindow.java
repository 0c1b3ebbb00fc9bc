package io.patchbay.grid;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.core.ReadOnly;
import com.hazelcast.map.EntryProcessor;
import io.patchbay.model.State;
import io.patchbay.model.Subject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at the cells of a gateway that runs in this JVM, as its grid holds them, past every door. */
public final class GridWindow {

    /** @param number of the subject's last event */
    public record Seen(long number, State state) { }

    private final HazelcastInstance member;

    private GridWindow(HazelcastInstance member) {
        this.member = member;
    }

    /** @param cluster its {@code cluster.name} */
    public static GridWindow of(String cluster) {
        return new GridWindow(Hazelcast.getAllHazelcastInstances().stream()
                .filter(instance -> instance.getConfig().getClusterName().equals(cluster)).findFirst().orElseThrow());
    }

    /** All cells of a member alone; each is what it is, yet two need not be of the same moment. Nothing is serialized. */
    public Map<Subject, Seen> cells() {
        Map<Subject, Seen> cells = new ConcurrentHashMap<>();
        member.<String, Cell>getMap(HazelcastConfig.CELLS).executeOnEntries(new Reader(cells));
        return cells;
    }

    /** Runs where the cells are, in this JVM. */
    private record Reader(Map<Subject, Seen> cells) implements EntryProcessor<String, Cell, Void>, ReadOnly {
        @Override
        public Void process(Map.Entry<String, Cell> entry) {
            cells.put(entry.getValue().subject(), new Seen(entry.getValue().number(), entry.getValue().state()));
            return null;
        }

        @Override
        public EntryProcessor<String, Cell, Void> getBackupProcessor() {
            return null;
        }
    }

    /** All that the grid holds of HTTP sessions, as text. */
    public static String sessionTokens(Grid member) {
        return new TreeMap<>(member.hazelcast().<String, UserTokens>getMap(HazelcastConfig.SESSION_TOKENS)).toString();
    }

    /** Stops a member at once without a handover, like a killed process. */
    public static void kill(Grid member) {
        member.terminate();
    }
}
