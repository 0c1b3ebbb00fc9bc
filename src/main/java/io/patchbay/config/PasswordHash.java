package io.patchbay.config;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password in the directory: {@code pbkdf2:<iterations>:<salt>:<hash>}, salt and hash in Base64, PBKDF2 with HMAC-SHA-256. The check
 * is slow on purpose (600,000 iterations: a few tenths of a second of one core).
 */
public final class PasswordHash {
    /** The advice of OWASP for this function. A directory may use fewer for mass logins. */
    public static final int ITERATIONS = 600_000;
    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("pbkdf2:([1-9][0-9]{3,7}):([A-Za-z0-9+/=]{12,128}):([A-Za-z0-9+/=]{44})");

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /** @throws IllegalArgumentException if the form is wrong */
    public static PasswordHash parse(String line) {
        Matcher parts = FORM.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a password is pbkdf2:<iterations>:<salt>:<hash>");
        }
        byte[] hash = Base64.getDecoder().decode(parts.group(3));
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("a password hash has 32 bytes");
        }
        return new PasswordHash(Integer.parseInt(parts.group(1)), Base64.getDecoder().decode(parts.group(2)), hash);
    }

    /** Makes a hash with a new random salt. */
    public static PasswordHash of(String password, int iterations) {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(iterations, salt, derive(password, salt, iterations));
    }

    /** A wrong password takes as long as the right one. */
    public boolean matches(String password) {
        return MessageDigest.isEqual(hash, derive(password, salt, iterations));
    }

    /** The line for the directory. */
    public String line() {
        Base64.Encoder base64 = Base64.getEncoder();
        return "pbkdf2:" + iterations + ":" + base64.encodeToString(salt) + ":" + base64.encodeToString(hash);
    }

    /** Whether it has far fewer iterations than those made here, so that its check takes some milliseconds. */
    boolean isFast() {
        return iterations <= ITERATIONS / 20;
    }

    @Override
    public String toString() {
        return "pbkdf2:" + iterations + ":***";
    }

    private static byte[] derive(String password, byte[] salt, int iterations) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, iterations, BYTES * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has PBKDF2WithHmacSHA256", e);
        } finally {
            spec.clearPassword();
        }
    }
}
