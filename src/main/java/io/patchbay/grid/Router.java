package io.patchbay.grid;

import com.hazelcast.core.HazelcastInstanceNotActiveException;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a command to the owner of its cell and returns the outcome. A command without an answer is repeated under the same id. If this
 * does not help, the outcome is UNAVAILABLE, which means not known (DESIGN 4.3).
 */
final class Router {
    private static final Logger LOG = LoggerFactory.getLogger(Router.class);
    private static final long ANSWER_MILLIS = 2_000;
    private static final long AGAIN_MILLIS = 50;

    private final Ownership ownership;
    private final PeerChannel peers;
    private final ScheduledExecutorService timer;
    private final Function<Command, CompletionStage<Outcome>> owner;
    private final long patienceNanos;
    private final AtomicLong requests = new AtomicLong();
    private final Map<Long, CompletableFuture<Outcome>> pending = new ConcurrentHashMap<>();

    /**
     * @param owner runs a command on a cell of this member
     * @param patienceMillis after which an outcome is UNAVAILABLE
     */
    Router(Ownership ownership, PeerChannel peers, ScheduledExecutorService timer, Function<Command,
            CompletionStage<Outcome>> owner,
           long patienceMillis) {
        this.ownership = ownership;
        this.peers = peers;
        this.timer = timer;
        this.owner = owner;
        this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    }

    CompletionStage<Outcome> dispatch(Command command) {
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        attempt(command, outcome, System.nanoTime());
        return outcome;
    }

    private void attempt(Command command, CompletableFuture<Outcome> outcome, long began) {
        once(command, patienceNanos - (System.nanoTime() - began)).whenComplete((answer, error) -> {
            if (error == null && !unknown(answer)) {
                outcome.complete(answer);
            } else if (System.nanoTime() - began > patienceNanos || timer.isShutdown()) {
                outcome.complete(unavailable());
            } else {
                timer.schedule(() -> attempt(command, outcome, began), AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        });
    }

    /** A timer of a door may still call after this member has stopped. */
    private CompletionStage<Outcome> once(Command command, long leftNanos) {
        try {
            return ownership.owner(command.target().toString())
                    .map(member -> member.localMember() ? own(command, leftNanos) : askOwner(member.getUuid(), command))
                    .orElseGet(() -> CompletableFuture.completedFuture(unavailable()));
        } catch (HazelcastInstanceNotActiveException gone) {
            LOG.atDebug().addKeyValue("reason", gone.getMessage()).log("a command came after the end of this member");
        }
        return CompletableFuture.completedFuture(unavailable());
    }

    /**
     * A command to the own member cannot be lost, so it has all the time that is left. Without a backup and Kafka it would wait without
     * an end.
     */
    private CompletionStage<Outcome> own(Command command, long leftNanos) {
        CompletableFuture<Outcome> answer = new CompletableFuture<Outcome>()
                .completeOnTimeout(unavailable(), Math.max(leftNanos, 0), TimeUnit.NANOSECONDS);
        expect(answer);
        owner.apply(command).thenAccept(answer::complete);
        return answer;
    }

    private CompletionStage<Outcome> askOwner(UUID member, Command command) {
        CompletableFuture<Outcome> answer = new CompletableFuture<Outcome>()
                .completeOnTimeout(unavailable(), ANSWER_MILLIS, TimeUnit.MILLISECONDS);
        peers.send(member, new Message.Submit(expect(answer), command));
        return answer;
    }

    private long expect(CompletableFuture<Outcome> answer) {
        long number = requests.incrementAndGet();
        pending.put(number, answer);
        answer.whenComplete((outcome, error) -> pending.remove(number));
        return number;
    }

    void answered(Message.Reply reply) {
        CompletableFuture<Outcome> answer = pending.get(reply.request());
        if (answer != null) {
            answer.complete(reply.outcome());
        }
    }

    /** A lost member may be the owner or the backup of a waiting command. All commands are repeated at once, under the same ids. */
    void memberLost() {
        pending.values().forEach(answer -> answer.complete(unavailable()));
    }

    static Outcome unavailable() {
        return Outcome.refused(Reason.UNAVAILABLE, "The outcome is not known. Repeat the request with the same id.");
    }

    private static boolean unknown(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused && refused.reason() == Reason.UNAVAILABLE;
    }
}
