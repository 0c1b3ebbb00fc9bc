package io.patchbay.config;

import io.patchbay.kafka.KafkaSecurity;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** The keys {@code kafka.security.}: how the gateway is known to the brokers, and they to it. Each problem names the key to change. */
final class KafkaSecurityKeys {
    private static final String PREFIX = "kafka.security.";
    private static final String PROTOCOL = PREFIX + "protocol";
    private static final String USERNAME = PREFIX + "sasl.username";
    private static final String PASSWORD = PREFIX + "sasl.password";
    private static final String JAAS = PREFIX + "sasl.jaas.config";
    private static final String TOKENS = PREFIX + "sasl.oauthbearer.token.endpoint.url";
    private static final String CLIENT = PREFIX + "sasl.oauthbearer.client.id";
    private static final String CLIENT_SECRET = PREFIX + "sasl.oauthbearer.client.secret";
    private static final String SCOPE = PREFIX + "sasl.oauthbearer.scope";
    private static final String LOGIN = "org.apache.kafka.common.security.";

    private final Settings settings;
    private final Map<String, Object> result = new HashMap<>();

    /** How a client says who it is. */
    private enum Mechanism {
        PLAIN("plain.PlainLoginModule"), SCRAM_SHA_256("scram.ScramLoginModule"), SCRAM_SHA_512("scram.ScramLoginModule"),
        OAUTHBEARER("oauthbearer.OAuthBearerLoginModule");

        private final String module;

        Mechanism(String module) {
            this.module = module;
        }

        String word() {
            return name().replace('_', '-');
        }
    }

    KafkaSecurityKeys(Settings settings) {
        this.settings = settings;
    }

    /** @param embedded the broker in this process, which has no security */
    KafkaSecurity read(boolean embedded) {
        SecurityProtocol protocol = settings.read(PROTOCOL, "PLAINTEXT", "PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL",
                SecurityProtocol::valueOf);
        boolean sasl = protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SASL_PLAINTEXT;
        boolean tls = protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SSL;
        if (embedded && protocol != SecurityProtocol.PLAINTEXT) {
            settings.refuse(PROTOCOL, "must be PLAINTEXT: the broker in this process has no security. Name other brokers in kafka.brokers");
        }
        sasl(protocol, sasl);
        new KafkaTlsKeys(settings, result).read(protocol, tls);
        if (protocol == SecurityProtocol.PLAINTEXT) {
            return KafkaSecurity.NONE;
        }
        result.put("security.protocol", protocol.name);
        return new KafkaSecurity(result);
    }

    private void sasl(SecurityProtocol protocol, boolean used) {
        Mechanism mechanism = settings.read(PREFIX + "sasl.mechanism", Mechanism.SCRAM_SHA_512.word(),
                Arrays.stream(Mechanism.values()).map(Mechanism::word).collect(Collectors.joining(", ")),
                text -> Arrays.stream(Mechanism.values()).filter(each -> each.word().equals(text)).findFirst()
                        .orElseThrow(IllegalArgumentException::new));
        Optional<String> username = text(USERNAME, "a user of the brokers or nothing");
        Optional<Secret> password = settings.secret(PASSWORD);
        Optional<Secret> jaas = settings.secret(JAAS);
        Optional<String> tokens = text(TOKENS, "an address of the form https://host/path or nothing");
        Optional<String> client = text(CLIENT, "a name or nothing");
        Optional<Secret> secret = settings.secret(CLIENT_SECRET);
        Optional<String> scope = text(SCOPE, "a scope or nothing");
        if (!used) {
            refuse(Map.of(USERNAME, username, PASSWORD, password, JAAS, jaas, TOKENS, tokens, CLIENT, client, CLIENT_SECRET, secret,
                    SCOPE, scope), "has no effect with " + PROTOCOL + "=" + protocol + ". Use SASL_SSL");
            return;
        }
        result.put(SaslConfigs.SASL_MECHANISM, mechanism.word());
        if (jaas.isPresent()) {
            refuse(Map.of(USERNAME, username, PASSWORD, password), "cannot be used together with " + JAAS + ". Remove one");
            jaas(jaas.get().text(), mechanism);
        } else if (mechanism != Mechanism.OAUTHBEARER) {
            needed(Map.of(USERNAME, username, PASSWORD, password), mechanism);
            jaas(module(mechanism) + " username=" + quoted(username.orElse("")) + " password="
                    + quoted(password.map(Secret::text).orElse("")) + ";", mechanism);
        } else {
            needed(Map.of(TOKENS, tokens, CLIENT, client, CLIENT_SECRET, secret), mechanism);
            jaas(module(mechanism) + ";", mechanism);
        }
        if (mechanism == Mechanism.OAUTHBEARER) {
            bearer(tokens, client, secret, scope);
        } else {
            refuse(Map.of(TOKENS, tokens, CLIENT, client, CLIENT_SECRET, secret, SCOPE, scope),
                    "has no effect with " + PREFIX + "sasl.mechanism=" + mechanism.word() + ". Use OAUTHBEARER");
        }
    }

    private void bearer(Optional<String> tokens, Optional<String> client, Optional<Secret> secret, Optional<String> scope) {
        tokens.ifPresent(url -> {
            result.put(SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL, url);
            result.put(SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS, LOGIN + "oauthbearer.OAuthBearerLoginCallbackHandler");
        });
        client.ifPresent(id -> result.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID, id));
        secret.ifPresent(it -> result.put(SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, new Password(it.text())));
        scope.ifPresent(it -> result.put(SaslConfigs.SASL_OAUTHBEARER_SCOPE, it));
    }

    /** Kafka's message of what is wrong may have a part of a password. */
    private void jaas(String text, Mechanism mechanism) {
        Password value = new Password(text);
        try {
            JaasContext context = JaasContext.loadClientContext(Map.of(SaslConfigs.SASL_JAAS_CONFIG, value));
            if (!context.configurationEntries().get(0).getLoginModuleName().equals(LOGIN + mechanism.module)) {
                throw new IllegalArgumentException();
            }
        } catch (IllegalArgumentException e) {
            settings.refuse(JAAS, "must be one login module of " + mechanism.word() + ", such as: " + module(mechanism)
                    + " username=\"...\" password=\"...\";");
        }
        result.put(SaslConfigs.SASL_JAAS_CONFIG, value);
    }

    private static String module(Mechanism mechanism) {
        return LOGIN + mechanism.module + " required";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    private Optional<String> text(String key, String expected) {
        return Optional.of(settings.read(key, "", expected, text -> text)).filter(text -> !text.isEmpty());
    }

    private void needed(Map<String, Optional<?>> values, Mechanism mechanism) {
        absent(values).forEach(key -> settings.refuse(key, "must be set for " + PREFIX + "sasl.mechanism=" + mechanism.word()
                + (Secret.isNamed(key) ? ". Set the environment variable " + Settings.variable(key) + ", or ${file:/path} with the path of "
                + "a file that holds it" : "") + ". Or set " + JAAS));
    }

    private void refuse(Map<String, Optional<?>> values, String expected) {
        values.keySet().stream().filter(key -> values.get(key).isPresent()).sorted().forEach(key -> settings.refuse(key, expected));
    }

    private static List<String> absent(Map<String, Optional<?>> values) {
        return values.keySet().stream().filter(key -> values.get(key).isEmpty()).sorted().toList();
    }
}
