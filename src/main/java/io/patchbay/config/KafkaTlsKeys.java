package io.patchbay.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;

/**
 * The keys {@code kafka.security.ssl.}: whom the gateway trusts, and its own certificate. The files are opened here as Kafka opens them
 * later, so a wrong one stops the start.
 */
final class KafkaTlsKeys {
    private static final String PREFIX = "kafka.security.ssl.";
    private static final String KEY_PASSWORD = PREFIX + "key.password";
    private static final Map<String, String> TYPES = Map.of("pem", "PEM", "crt", "PEM", "jks", "JKS", "p12", "PKCS12", "pfx", "PKCS12");

    private final Settings settings;
    private final Map<String, Object> result;
    private final Map<String, Object> tls = new HashMap<>();

    /** @param result gets Kafka's settings */
    KafkaTlsKeys(Settings settings, Map<String, Object> result) {
        this.settings = settings;
        this.result = result;
    }

    void read(SecurityProtocol protocol, boolean used) {
        String check = settings.read(PREFIX + "endpoint.identification.algorithm", "https",
                "https, or nothing to accept the certificate of any host", text -> {
                    if (!text.isEmpty() && !text.equals("https")) {
                        throw new IllegalArgumentException();
                    }
                    return text;
                });
        Store trust = new Store("truststore");
        Store own = new Store("keystore");
        Optional<Secret> key = settings.secret(KEY_PASSWORD);
        if (!used) {
            trust.refuse(protocol);
            own.refuse(protocol);
            key.ifPresent(it -> settings.refuse(KEY_PASSWORD, noEffect(protocol)));
            return;
        }
        tls.put(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG, check);
        key.ifPresent(it -> tls.put(SslConfigs.SSL_KEY_PASSWORD_CONFIG, new Password(it.text())));
        boolean sound = trust.use() & own.use();
        if (key.isPresent() && own.location.isEmpty()) {
            settings.refuse(KEY_PASSWORD, "has no effect without " + own.at);
        } else if (sound) {
            load(own.location.isPresent() ? own.at : trust.at);
        }
        result.putAll(tls);
    }

    /** What remains to be wrong, by Kafka's own reader: text that is no certificate, a key without its password. */
    private void load(String at) {
        try (DefaultSslEngineFactory kafka = new DefaultSslEngineFactory()) {
            ConfigDef all = new ConfigDef();
            SslConfigs.addClientSslSupport(all);
            kafka.configure(all.parse(tls));
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            settings.refuse(at, "cannot be used as it is: " + cause.getMessage());
        }
    }

    private static String noEffect(SecurityProtocol protocol) {
        return "has no effect with kafka.security.protocol=" + protocol + ". Use SASL_SSL or SSL";
    }

    /** A file of certificates, or of the gateway's certificate with its key. */
    private final class Store {
        private final String name;
        private final String at;
        private final String typeKey;
        private final String passwordKey;
        private final Optional<String> location;
        private final String type;
        private final Optional<Secret> password;

        Store(String name) {
            this.name = name;
            this.at = PREFIX + name + ".location";
            this.typeKey = PREFIX + name + ".type";
            this.passwordKey = PREFIX + name + ".password";
            this.location = Optional.of(settings.read(at, "", "a path or nothing", text -> text)).filter(text -> !text.isEmpty());
            this.type = settings.read(typeKey, "", "PEM, PKCS12, JKS, or nothing where the name of the file says it", text -> {
                if (!text.isEmpty() && !TYPES.containsValue(text)) {
                    throw new IllegalArgumentException();
                }
                return text;
            });
            this.password = settings.secret(passwordKey);
        }

        void refuse(SecurityProtocol protocol) {
            location.ifPresent(it -> settings.refuse(at, noEffect(protocol)));
            password.ifPresent(it -> settings.refuse(passwordKey, noEffect(protocol)));
        }

        /** Whether it is not used, or can be as far as one can tell without Kafka. */
        boolean use() {
            if (location.isEmpty()) {
                password.ifPresent(it -> settings.refuse(passwordKey, "has no effect without " + at));
                return password.isEmpty();
            }
            Path file = Path.of(location.get());
            String form = type.isEmpty() ? TYPES.getOrDefault(ending(file), "") : type;
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                return refuse(at, "must be a file that exists and can be read. Paths start at the directory the gateway is started in");
            }
            if (form.isEmpty()) {
                return refuse(typeKey, "must be PEM, PKCS12 or JKS: the name of " + at + " does not end with .pem, .p12 or .jks");
            }
            tls.put("ssl." + name + ".location", file.toString());
            tls.put("ssl." + name + ".type", form);
            if (form.equals("PEM")) {
                return password.isEmpty() || refuse(passwordKey, "has no effect with PEM. The password of a key in PEM is " + KEY_PASSWORD);
            }
            password.ifPresent(it -> tls.put("ssl." + name + ".password", new Password(it.text())));
            return opens(file, form);
        }

        private boolean opens(Path file, String form) {
            if (password.isEmpty()) {
                return refuse(passwordKey, "must be set for " + form + ". Set the environment variable " + Settings.variable(passwordKey)
                        + ", or ${file:/path} with the path of a file that holds it");
            }
            try (InputStream in = Files.newInputStream(file)) {
                KeyStore.getInstance(form).load(in, password.get().text().toCharArray());
                return true;
            } catch (IOException | GeneralSecurityException e) {
                return e.getCause() instanceof UnrecoverableKeyException ? refuse(passwordKey, "must be the password of " + file)
                        : refuse(at, "must be a file in the form " + form + " (see " + typeKey + ")");
            }
        }

        private boolean refuse(String key, String expected) {
            settings.refuse(key, expected);
            return false;
        }

        private String ending(Path file) {
            String text = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return text.substring(text.lastIndexOf('.') + 1);
        }
    }
}
