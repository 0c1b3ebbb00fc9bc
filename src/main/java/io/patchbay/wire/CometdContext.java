package io.patchbay.wire;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import org.cometd.bayeux.server.BayeuxContext;

/** What the library may know of a request: its user, its query, its cookies, and the headers that the door names. */
record CometdContext(HttpRequest request, String user) implements BayeuxContext {

    @Override
    public Principal getUserPrincipal() {
        return () -> user;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public SocketAddress getRemoteAddress() {
        return InetSocketAddress.createUnresolved(request.remote(), 0);
    }

    @Override
    public SocketAddress getLocalAddress() {
        return null;
    }

    @Override
    public String getHeader(String name) {
        return request.header(name).orElse(null);
    }

    @Override
    public List<String> getHeaderValues(String name) {
        return request.header(name).map(List::of).orElse(null);
    }

    @Override
    public String getParameter(String name) {
        return request.query().get(name);
    }

    @Override
    public List<String> getParameterValues(String name) {
        String value = getParameter(name);
        return value == null ? null : List.of(value);
    }

    @Override
    public String getCookie(String name) {
        return request.cookies().get(name);
    }

    @Override
    public Object getContextAttribute(String name) {
        return null;
    }

    @Override
    public Object getRequestAttribute(String name) {
        return null;
    }

    @Override
    public String getSessionId() {
        return null;
    }

    @Override
    public Object getSessionAttribute(String name) {
        return null;
    }

    @Override
    public String getContextPath() {
        return "";
    }

    @Override
    public String getURL() {
        return request.path();
    }

    @Override
    public List<Locale> getLocales() {
        return List.of(Locale.ROOT);
    }

    @Override
    public String getProtocol() {
        return "HTTP/1.1";
    }

    @Override
    public boolean isSecure() {
        return false;
    }
}
