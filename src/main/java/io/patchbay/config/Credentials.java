package io.patchbay.config;

import io.patchbay.model.AgentEntry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies passwords and tokens. Thread-safe, also on event loops, because {@link #authenticate} takes microseconds. The answer comes
 * at once for a password that was right before. Otherwise it comes after one PBKDF2 (milliseconds for the demo, tenths of a second for
 * 600,000 iterations) on a pool of two threads, and later if others wait or the user is slowed down.
 */
public final class Credentials implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);
    private static final int THREADS = 2;
    private static final int LINES_OF_STRANGERS = 1024;
    private final DirectoryFile file;
    private final GatewayConfig.Login login;
    private final List<PasswordHash> hashes;
    private final SecretKeySpec key;
    private final Clock clock;
    private final Map<PasswordHash, ByteBuffer> verified = new ConcurrentHashMap<>();
    private final Map<Object, LoginAttempts> lines = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor pool;

    public Credentials(DirectoryFile file, GatewayConfig.Login login) {
        this(file, login, Clock.systemUTC());
    }

    /** @param clock for the end of tokens */
    Credentials(DirectoryFile file, GatewayConfig.Login login, Clock clock) {
        this.clock = clock;
        this.file = file;
        this.login = login;
        this.hashes = List.copyOf(file.passwords().values());
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
        this.pool = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "login");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * The user with this name and password. Empty for a wrong password and for an unknown name, which take equally long, and if too
     * many attempts of the name wait. Completes on a thread of this object.
     */
    public CompletionStage<Optional<AgentEntry>> authenticate(String user, String password) {
        if (user == null || password == null || pool.isShutdown()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<AgentEntry> entry = entry(user);
        return tried(user, entry, entry.map(found -> file.passwords().get(found.id())), digest("password", user, password), password);
    }

    /** The user of this token, if it has not ended. Shares the slow-down with the passwords of the name. */
    public CompletionStage<Optional<AgentEntry>> bearer(String token) {
        String[] parts = token.split(AccessToken.BETWEEN, -1);
        if (parts.length != 3 || pool.isShutdown()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<AgentEntry> entry = entry(parts[0]);
        Optional<PasswordHash> own = entry.flatMap(found -> file.token(found.id(), parts[1], clock.instant())).map(AccessToken::hash);
        return tried(parts[0], entry, own, digest("token", parts[0], parts[1] + AccessToken.BETWEEN + parts[2]), parts[2]);
    }

    private Optional<AgentEntry> entry(String user) {
        return file.directory().user(user).filter(found -> found.id().value().equals(user));
    }

    /** @param digest of the secret and its kind; a right token is never a right password */
    private CompletionStage<Optional<AgentEntry>> tried(String user, Optional<AgentEntry> entry, Optional<PasswordHash> own,
                                                        ByteBuffer digest, String secret) {
        int pick = digest("name", user, "").getInt(0) & Integer.MAX_VALUE;
        Object name = entry.isPresent() ? entry.get() : (Object) (pick % LINES_OF_STRANGERS);
        LoginAttempts line = lines.computeIfAbsent(name, any -> new LoginAttempts(new LoginThrottle(login.after(), login.pause(),
                System.nanoTime())));
        if (line.slowdown().delay(System.nanoTime()) == 0 && own.isPresent() && digest.equals(verified.get(own.get()))) {
            return CompletableFuture.completedFuture(entry);
        }
        PasswordHash hash = own.orElseGet(() -> hashes.get(pick % hashes.size()));
        return line.join(digest, answer -> pool.execute(new Try(line.slowdown(), entry, own.isPresent(), hash, secret, digest, answer,
                System.nanoTime() + login.longest().toNanos()))).thenApply(right -> right ? entry : Optional.empty());
    }

    /** Waiting attempts are never answered. Call it after the doors are closed. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** One password attempt, after the slow-down of the name. Given up if that would be after {@code latest}. */
    private final class Try implements Runnable {
        private final LoginThrottle slowdown;
        private final Optional<AgentEntry> entry;
        private final boolean known;
        private final PasswordHash hash;
        private final String password;
        private final ByteBuffer digest;
        private final CompletableFuture<Boolean> answer;
        private final long latest;

        Try(LoginThrottle slowdown, Optional<AgentEntry> entry, boolean known, PasswordHash hash, String password, ByteBuffer digest,
            CompletableFuture<Boolean> answer, long latest) {
            this.slowdown = slowdown;
            this.entry = entry;
            this.known = known;
            this.hash = hash;
            this.password = password;
            this.digest = digest;
            this.answer = answer;
            this.latest = latest;
        }

        @Override
        public void run() {
            long now = System.nanoTime();
            long wait = slowdown.delay(now);
            if (wait == 0) {
                answer.completeAsync(this::check, Runnable::run);
            } else if (now + wait - latest > 0) {
                answer.complete(false);
            } else {
                pool.schedule(this, wait, TimeUnit.NANOSECONDS);
            }
        }

        /** A password of an unknown user is compared, too, so it takes as long. It is wrong in any case. */
        private boolean check() {
            boolean right = hash.matches(password) & known;
            if (right) {
                verified.put(hash, digest);
            } else {
                slowdown.wrong(System.nanoTime());
                entry.ifPresent(found -> LOG.atInfo().addKeyValue("agent", found.id()).log("wrong password or token"));
            }
            return right;
        }
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
