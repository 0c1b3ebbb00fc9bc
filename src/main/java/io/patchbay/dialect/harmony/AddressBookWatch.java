package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.patchbay.dialect.harmony.frame.AddressBook;
import io.patchbay.door.PresenceWatch;
import io.patchbay.model.Agent;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.AgentId;
import io.patchbay.model.Directory;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The address book one client asked for, and asked to be kept up to date of. Thread-safe. */
final class AddressBookWatch {
    private final PresenceWatch presenceWatch;
    private final Directory directory;
    private final Consumer<ObjectNode> updated;
    private Optional<Reading> realtime = Optional.empty();
    private boolean closed;
    private boolean wasKeptTold;

    /** @param updated is given the whole book again when it is another */
    AddressBookWatch(PresenceWatch presenceWatch, Directory directory, Consumer<ObjectNode> updated) {
        this.presenceWatch = presenceWatch;
        this.directory = directory;
        this.updated = updated;
    }

    /** Begins to read the book as it is. A realtime reading takes the place of the one before; updates wait for {@link Reading#goOn}. */
    synchronized Reading read(boolean keepTold) {
        Reading reading = new Reading();
        PresenceWatch.Watch watch = presenceWatch.watch(AddressBook.agents(directory).stream().map(AgentEntry::id).toList(), reading::told);
        reading.stop = watch::stop;
        if (keepTold && !closed) {
            stop();
            realtime = Optional.of(reading);
        } else {
            reading.first.thenRun(reading::stop);
        }
        return reading;
    }

    synchronized void stop() {
        realtime.ifPresent(Reading::stop);
        realtime = Optional.empty();
    }

    /** The client is gone. */
    synchronized void close() {
        wasKeptTold |= realtime.isPresent();
        closed = true;
        stop();
    }

    /** Goes on where an earlier connection of the session was kept up to date: the book as it is now is told, as nobody knows what was. */
    void goOnAfter(AddressBookWatch earlier) {
        if (earlier.wasKeptTold()) {
            Reading reading = read(true);
            reading.first().thenAccept(book -> {
                updated.accept(book);
                reading.goOn();
            });
        }
    }

    private synchronized boolean wasKeptTold() {
        return wasKeptTold;
    }

    /** One request and what follows it. */
    final class Reading {
        private final CompletableFuture<ObjectNode> first = new CompletableFuture<>();
        private volatile Runnable stop = () -> { };
        private ObjectNode latest;
        private boolean answered;
        private boolean stopped;

        CompletionStage<ObjectNode> first() {
            return first;
        }

        /** The request is answered. Sends the changes since then, and all later ones. */
        synchronized void goOn() {
            answered = true;
            if (!stopped && !latest.equals(first.join())) {
                updated.accept(latest);
            }
        }

        private void told(Map<AgentId, Agent> states) {
            if (!first.complete(book(states))) {
                changed(book(states));
            }
        }

        private synchronized void changed(ObjectNode book) {
            boolean other = !book.equals(latest);
            latest = book;
            if (other && answered && !stopped) {
                updated.accept(book);
            }
        }

        private synchronized ObjectNode book(Map<AgentId, Agent> states) {
            ObjectNode book = new AddressBook(directory, states).data();
            latest = latest == null ? book : latest;
            return book;
        }

        private void stop() {
            synchronized (this) {
                stopped = true;
            }
            stop.run();
        }
    }
}
