package cn.qingcheng.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's browser at Keycloak's pages: keeps cookies, follows what stays there, reads forms. */
final class Browser {
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new HashMap<>();
    private final String server;

    Browser(String server) {
        this.server = server;
    }

    /** What the person sees, or where she is sent to outside of Keycloak. */
    record Page(int status, String html, String leftTo) {
        /** The value of a field that the page has filled in. */
        String field(String name) {
            Matcher field = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"")
                    .matcher(html);
            if (!field.find()) {
                throw new AssertionError("no field " + name + " on a page that says: " + says());
            }
            return unescaped(field.group(1));
        }

        /** Whether she is asked who she is. */
        boolean asksForAPassword() {
            return leftTo.isEmpty() && html.contains("name=\"password\"");
        }

        /** Whether she was sent back to the frontend as somebody who is logged in. */
        boolean isIn() {
            return !parameter("code").isEmpty();
        }

        /** The words of the page. */
        String says() {
            return unescaped(html.replaceAll("(?is)<(script|style|head)\\b.*?</\\1>", " ")
                            .replaceAll("(?s)<[^>]*>", " "))
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        /** A parameter of the address the person was sent to. */
        String parameter(String name) {
            String query = leftTo.substring(leftTo.indexOf('?') + 1);
            for (String pair : query.split("&", -1)) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }
    }

    /** Another browser into which somebody has put what this one keeps. */
    Browser copy() {
        Browser copy = new Browser(server);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Page open(String address) {
        return follow(send(HttpRequest.newBuilder(URI.create(address)).GET()));
    }

    /** Fills in the page's form and sends it. */
    Page submit(Page page, Map<String, String> fields) {
        Matcher action = ACTION.matcher(page.html());
        if (!action.find()) {
            throw new AssertionError("no form on a page that says: " + page.says() + page.leftTo());
        }
        return follow(send(HttpRequest.newBuilder(URI.create(server).resolve(unescaped(action.group(1))))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(fields)))));
    }

    private Page follow(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        while (last.statusCode() / 100 == 3) {
            String next = last.headers().firstValue("Location").orElseThrow();
            if (!next.startsWith(server + "/")) {
                return new Page(last.statusCode(), "", next);
            }
            last = send(HttpRequest.newBuilder(URI.create(next)).GET());
        }
        return new Page(last.statusCode(), last.body(), "");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response =
                exchange(http, request.header("Accept-Language", "en").build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        String name = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        if (cookie.contains("Max-Age=0") || value.isEmpty()) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }

    /** What Keycloak answers to a program. */
    record Answer(int status, JsonNode json) {
        String text(String field) {
            return json.path(field).asText();
        }

        /** The header of the access token. */
        JsonNode head() {
            return part(0);
        }

        /** The claims of the access token, unproved. */
        JsonNode claims() {
            return part(1);
        }

        private JsonNode part(int number) {
            return Browser.json(new String(
                    java.util.Base64.getUrlDecoder().decode(text("access_token").split("\\.", -1)[number]),
                    StandardCharsets.UTF_8));
        }
    }

    static Answer post(String address, Map<String, String> form) {
        return answer(HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    /** @param token empty for nobody's */
    static Answer postJson(String address, String body, String token) {
        return answer(as(token, HttpRequest.newBuilder(URI.create(address)))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** @param token empty for nobody's */
    static Answer get(String address, String token) {
        return answer(as(token, HttpRequest.newBuilder(URI.create(address))));
    }

    /** @param token empty for nobody's */
    static Answer delete(String address, String token) {
        return answer(as(token, HttpRequest.newBuilder(URI.create(address))).DELETE());
    }

    private static HttpRequest.Builder as(String token, HttpRequest.Builder request) {
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer answer(HttpRequest.Builder request) {
        HttpResponse<String> response = exchange(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), request.build());
        return new Answer(response.statusCode(), json(response.body().isEmpty() ? "{}" : response.body()));
    }

    /** What lies at an address for everybody. */
    static String text(String address) {
        return exchange(
                        HttpClient.newHttpClient(),
                        HttpRequest.newBuilder(URI.create(address)).build())
                .body();
    }

    private static HttpResponse<String> exchange(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String unescaped(String html) {
        return html.replace("&amp;", "&").replace("&quot;", "\"").replace("&#39;", "'");
    }
}
