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
 * Says whether a password is right. Safe for every thread, event loops included: {@link #authenticate} itself takes microseconds.
 * Its answer is there at once for a password that was right before, else after one PBKDF2 (milliseconds for the demo, tenths of
 * a second for 600,000 iterations) on a pool of two threads of its own, and later if others wait or the name is slowed down.
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

    /** @param clock by which tokens end */
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
     * The user whose name and password these are. Empty for a wrong password and for an unknown name, which take equally long,
     * and when so many tries of the name are waiting that this one was not made. Completes on a thread of this object.
     */
    public CompletionStage<Optional<AgentEntry>> authenticate(String user, String password) {
        if (user == null || password == null || pool.isShutdown()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Optional<AgentEntry> entry = entry(user);
        return tried(user, entry, entry.map(found -> file.passwords().get(found.id())), digest("password", user, password), password);
    }

    /** The user who was given this token, if it has not ended; as for a password, with which it shares the slow-down of the name. */
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

    /** @param digest of what was given, and as what: a secret that is right as a token is never right as a password */
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

    /** Tries not made yet are never answered: to be called when the doors are shut. */
    @Override
    public void close() {
        pool.shutdownNow();
    }

    /** One password to try, when the name's slow-down lets it; given up if that would be after {@code latest}. */
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

        /** A stranger's password is compared too, so that it takes as long; it is wrong even if it fits. */
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

    /** Of no use outside this process: what is kept of a right password is this, never the password. */
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
