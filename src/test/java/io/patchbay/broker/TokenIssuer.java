package io.patchbay.broker;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** Gives signed tokens to the client {@code gateway} with the secret {@code token-geheim}. */
public final class TokenIssuer implements AutoCloseable {
    public static final String SECRET = "token-geheim";
    static final String AUDIENCE = "brokers";
    static final String ISSUER = "tests";
    private static final String ALLOWED = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private final HttpServer server;
    private final RsaJsonWebKey key;
    private final Path keys;

    private TokenIssuer(Path keys) throws IOException, JoseException {
        this.keys = keys;
        key = RsaJwkGenerator.generateJwk(2048);
        key.setKeyId("k");
        Files.writeString(keys, new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));
        System.setProperty(ALLOWED, keys().toString());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", exchange -> {
            String basic = "Basic " + Base64.getEncoder().encodeToString(("gateway:" + SECRET).getBytes(StandardCharsets.UTF_8));
            boolean right = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).contains("scope=kafka");
            byte[] answer = (right ? "{\"access_token\":\"" + token() + "\"}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(right ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    static TokenIssuer start(Path keys) throws IOException {
        try {
            return new TokenIssuer(keys);
        } catch (JoseException e) {
            throw new IOException(e);
        }
    }

    private String token() {
        JwtClaims claims = new JwtClaims();
        claims.setSubject("gateway");
        claims.setIssuer(ISSUER);
        claims.setAudience(AUDIENCE);
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setClaim("scope", "kafka");
        JsonWebSignature token = new JsonWebSignature();
        token.setPayload(claims.toJson());
        token.setKey(key.getPrivateKey());
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            return token.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    URI keys() {
        return keys.toUri();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/token");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
