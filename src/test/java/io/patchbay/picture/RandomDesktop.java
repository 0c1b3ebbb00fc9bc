package io.patchbay.picture;

import io.patchbay.grid.GridWindow.Seen;
import io.patchbay.model.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** The desktop of an agent who does anything at any time, in one dialect. */
interface RandomDesktop extends AutoCloseable {

    String agent();

    /** One request, or none for a moment. @param others whose contacts are none of this agent's business */
    void act(List<RandomDesktop> others) throws InterruptedException;

    /** The ids of the chats that it shows. */
    List<String> chats();

    /** The ids of the calls that it shows. */
    List<String> calls();

    /** Throws what it was told and cannot be, or where its picture differs from what the cells hold. */
    void compare(Map<Subject, Seen> cells);

    /** Call once its picture is that of the cells: all that was on its way has come. */
    void checkExcuses();

    void logout();

    /** All messages, into a file of that folder. */
    void writeHistory(Path folder) throws IOException;

    @Override
    void close();

    static List<String> differences(SortedMap<String, String> known, SortedMap<String, String> wanted) {
        SortedSet<String> targets = new TreeSet<>(known.keySet());
        targets.addAll(wanted.keySet());
        return targets.stream().filter(target -> !Objects.equals(known.get(target), wanted.get(target)))
                .map(target -> "\n" + target + "\n  knows " + known.get(target) + "\n  holds " + wanted.get(target)).toList();
    }
}
