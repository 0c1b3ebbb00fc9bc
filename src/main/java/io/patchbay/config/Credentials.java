package io.patchbay.config;

import io.patchbay.model.AgentEntry;
import io.patchbay.model.Authentication;
import io.patchbay.model.SignInOrigin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Verifies passwords and tokens. Thread-safe, also on event loops, because {@link #authenticate} takes microseconds. The answer comes
 * at once for a password that was right before, and for an attempt that is slowed. Otherwise it comes after one PBKDF2 (milliseconds for
 * the demo, tenths of a second for 600,000 iterations) on a pool of two threads.
 *
 * <p>Wrong attempts slow down further attempts of the same name from the same address. Credentials that were right from this address in
 * the last day are never slowed.
 */
public final class Credentials implements AutoCloseable {
    private static final Logger AUDIT = LoggerFactory.getLogger("audit");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);
    private static final Duration BUSY = Duration.ofSeconds(1);
    private final DirectoryFile file;
    private final List<PasswordHash> hashes;
    private final SecretKeySpec key;
    private final Clock clock;
    private final LongSupplier nanos;
    private final LoginThrottle throttle;
    private final FairChecks checks = new FairChecks();
    private final RightLately rightLately = new RightLately();
    private final Map<PasswordHash, ByteBuffer> verified = new ConcurrentHashMap<>();
    private final Map<InHand, CompletableFuture<Authentication<AgentEntry>>> inHand = new ConcurrentHashMap<>();

    /** Equal attempts at the same time are one. @param digest of the secret, its kind and its user */
    private record InHand(ByteBuffer digest, String network) { }

    /** @param own the hash that the secret must have, if there is one */
    private record Attempt(String user, Optional<AgentEntry> entry, Optional<PasswordHash> own, String secret, SignInOrigin origin,
                           InHand key) {
        @Override
        public String toString() {
            return "Attempt[user=" + user + "]";
        }
    }

    public Credentials(DirectoryFile file, GatewayConfig.Login login) {
        this(file, login, Clock.systemUTC(), System::nanoTime);
    }

    /** @param clock for the end of tokens @param nanos for the rate of attempts */
    Credentials(DirectoryFile file, GatewayConfig.Login login, Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.file = file;
        this.throttle = new LoginThrottle(login.after(), login.pause());
        this.hashes = List.copyOf(file.passwords().values());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /**
     * The user with this name and password. A wrong password and an unknown name are denied, take equally long, and are slowed alike.
     * Completes on a thread of this object or of the caller.
     */
    public CompletionStage<Authentication<AgentEntry>> authenticate(String user, String password, SignInOrigin origin) {
        return user == null || password == null ? CompletableFuture.completedFuture(new Authentication.Denied<>())
                : tried(password(user, password, origin));
    }

    /** The user of this token, if it has not ended. Shares the slow-down with the passwords of the name. */
    public CompletionStage<Authentication<AgentEntry>> bearer(String token, SignInOrigin origin) {
        String[] parts = token.split(AccessToken.BETWEEN, -1);
        if (parts.length != 3) {
            return CompletableFuture.completedFuture(new Authentication.Denied<>());
        }
        Optional<AgentEntry> entry = entry(parts[0]);
        Optional<PasswordHash> own = entry.flatMap(found -> file.token(found.id(), parts[1], clock.instant())).map(AccessToken::hash);
        return tried(new Attempt(parts[0], entry, own, parts[2], origin, new InHand(
                digest("token", parts[0], parts[1] + AccessToken.BETWEEN + parts[2]), ClientNetwork.of(origin.address()))));
    }

    /** Whether this password was right from this address in the last day. Takes microseconds, and counts as no attempt. */
    public boolean recognises(String user, String password, SignInOrigin origin) {
        return wasRightHere(password(user, password, origin), nanos.getAsLong());
    }

    private Attempt password(String user, String password, SignInOrigin origin) {
        Optional<AgentEntry> entry = entry(user);
        return new Attempt(user, entry, entry.map(found -> file.passwords().get(found.id())), password, origin,
                new InHand(digest("password", user, password), ClientNetwork.of(origin.address())));
    }

    private Optional<AgentEntry> entry(String user) {
        return file.directory().user(user).filter(found -> found.id().value().equals(user));
    }

    private boolean wasRight(Attempt attempt) {
        return attempt.own().filter(hash -> attempt.key().digest().equals(verified.get(hash))).isPresent();
    }

    private boolean wasRightHere(Attempt attempt, long now) {
        return wasRight(attempt) && rightLately.has(attempt.own().orElseThrow(), attempt.key().network(), now);
    }

    private CompletionStage<Authentication<AgentEntry>> tried(Attempt attempt) {
        if (wasRightHere(attempt, nanos.getAsLong())) {
            return CompletableFuture.completedFuture(right(attempt));
        }
        CompletableFuture<Authentication<AgentEntry>> answer = new CompletableFuture<>();
        CompletableFuture<Authentication<AgentEntry>> running = inHand.putIfAbsent(attempt.key(), answer);
        if (running != null) {
            return running;
        }
        begin(attempt, answer);
        return answer;
    }

    private void begin(Attempt attempt, CompletableFuture<Authentication<AgentEntry>> answer) {
        long now = nanos.getAsLong();
        ByteBuffer pair = digest("pair", attempt.user(), attempt.key().network());
        LoginThrottle.Turn turn = throttle.take(pair, now);
        if (turn.delay() > 0) {
            if (turn.first()) {
                log(attempt, "slowed");
            }
            finish(attempt, answer, new Authentication.Slowed<>(Duration.ofNanos(turn.delay())));
        } else if (wasRight(attempt)) {
            throttle.giveBack(pair, now);
            finish(attempt, answer, right(attempt));
        } else if (!checks.offer(attempt.key().network(), () -> check(attempt, pair, answer, now + LONGEST_WAIT.toNanos()))) {
            busy(attempt, pair, answer);
        }
    }

    /** A password of an unknown user is compared, too, so it takes as long. It is wrong in any case. */
    private void check(Attempt attempt, ByteBuffer pair, CompletableFuture<Authentication<AgentEntry>> answer, long latest) {
        if (nanos.getAsLong() - latest > 0) {
            busy(attempt, pair, answer);
            return;
        }
        int pick = digest("name", attempt.user(), "").getInt(0) & Integer.MAX_VALUE;
        boolean same;
        try {
            same = attempt.own().orElseGet(() -> hashes.get(pick % hashes.size())).matches(attempt.secret());
        } catch (RuntimeException e) {
            inHand.remove(attempt.key(), answer);
            answer.completeExceptionally(e);
            return;
        }
        if (same && attempt.own().isPresent()) {
            verified.put(attempt.own().orElseThrow(), attempt.key().digest());
            throttle.giveBack(pair, nanos.getAsLong());
            finish(attempt, answer, right(attempt));
        } else {
            log(attempt, attempt.entry().isPresent() ? "wrong" : "unknown");
            finish(attempt, answer, new Authentication.Denied<>());
        }
    }

    private void busy(Attempt attempt, ByteBuffer pair, CompletableFuture<Authentication<AgentEntry>> answer) {
        throttle.giveBack(pair, nanos.getAsLong());
        log(attempt, "busy");
        finish(attempt, answer, new Authentication.Slowed<>(BUSY));
    }

    private Authentication<AgentEntry> right(Attempt attempt) {
        rightLately.add(attempt.own().orElseThrow(), attempt.key().network(), nanos.getAsLong());
        return new Authentication.Accepted<>(attempt.entry().orElseThrow());
    }

    /** An answered attempt is no longer in hand, so the next one is new. */
    private void finish(Attempt attempt, CompletableFuture<Authentication<AgentEntry>> answer, Authentication<AgentEntry> result) {
        inHand.remove(attempt.key(), answer);
        answer.complete(result);
    }

    /** An unknown name is not logged. It may be a password in the wrong field. */
    private static void log(Attempt attempt, String reason) {
        LoggingEventBuilder line = AUDIT.atInfo().addKeyValue("door", attempt.origin().door())
                .addKeyValue("address", attempt.origin().address());
        attempt.entry().map(found -> line.addKeyValue("agent", found.id())).orElse(line).addKeyValue("reason", reason)
                .log("sign-in refused");
    }

    /** Waiting attempts are never answered. Call it after the doors are closed. */
    @Override
    public void close() {
        checks.close();
    }

    /** Useless outside this process. The gateway keeps this digest of a right password, never the password. */
    private ByteBuffer digest(String kind, String user, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(user.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8))).asReadOnlyBuffer();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
