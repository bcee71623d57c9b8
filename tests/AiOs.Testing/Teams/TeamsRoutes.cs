using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AiOs.Testing.Teams;

/// <summary>The addresses of the double.</summary>
internal sealed class TeamsRoutes
{
    private const string Activities = "/connector/v3/conversations/{conversation}/activities";
    private const string OneActivity = Activities + "/{id}";
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly TeamsDouble _double;

    private TeamsRoutes(TeamsDouble server) => _double = server;

    private delegate (int Status, JsonNode? Body) Answer(HttpContext context, JsonObject body, int size);

    public static void Map(IEndpointRouteBuilder app, TeamsDouble server)
    {
        var routes = new TeamsRoutes(server);
        var connector = server.Connector;
        routes.Bot(app, "POST", "/connector/v3/conversations", "create", (_, body, _) => (201, connector.Create(body)));
        routes.Bot(app, "POST", Activities, "send", (context, body, size) => Sent(connector.Send(Of(context, "conversation"), body, size)));
        routes.Bot(app, "POST", OneActivity, "reply", (context, body, size) => Sent(connector.Send(Of(context, "conversation"), body, size)));
        routes.Bot(app, "PUT", OneActivity, "update", (context, body, size) => (200, connector.Update(Of(context, "conversation"), Of(context, "id"), body, size)));
        routes.Bot(app, "DELETE", OneActivity, "delete", (context, _, _) =>
        {
            connector.Delete(Of(context, "conversation"), Of(context, "id"));
            return (200, null);
        });
        routes.Bot(app, "GET", "/connector/v3/conversations/{conversation}/members", "members", (context, _, _) => (200, connector.Members(Of(context, "conversation"))));
        routes.Bot(app, "GET", "/connector/v3/conversations/{conversation}/members/{id}", "member", (context, _, _) => (200, connector.Member(Of(context, "conversation"), Of(context, "id"))));
        routes.Bot(app, "GET", "/connector/v3/conversations/{conversation}/pagedmembers", "members", (context, _, _) =>
            (200, connector.Paged(Of(context, "conversation"), int.TryParse(context.Request.Query["pageSize"], out var size) ? size : 50, context.Request.Query["continuationToken"])));
        routes.Bot(app, "GET", "/connector/v3/teams/{id}", "team", (context, _, _) => (200, new JsonObject { ["id"] = Of(context, "id"), ["name"] = "Studio", ["aadGroupId"] = TeamsDouble.Tenant }));
        routes.Bot(app, "GET", "/connector/v3/teams/{id}/conversations", "team", (_, _, _) => (200, routes.Channels()));
        routes.Open(app, "GET", "/login/v1/.well-known/openidconfiguration", "metadata", (_, _, _) => (200, routes.Metadata()));
        routes.Open(app, "GET", "/login/keys", "keys", (_, _, _) => (200, server.Issuer.Keys()));
        app.MapPost($"/{TeamsDouble.Tenant}/oauth2/v2.0/token", routes.TokenAsync);
        app.MapGet("/files/{id}", routes.FileAsync);
        app.MapGet("/connector/v3/attachments/{id}/views/original", routes.FileAsync);
    }

    private static (int Status, JsonNode? Body) Sent(JsonObject? answer) => answer is null ? (202, null) : (201, answer);

    private static string Of(HttpContext context, string name) => (string)context.Request.RouteValues[name]!;

    private JsonObject Metadata() => new()
    {
        ["issuer"] = "https://api.botframework.com",
        ["authorization_endpoint"] = "https://invalid.botframework.com",
        ["jwks_uri"] = _double.Address + "login/keys",
        ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        ["token_endpoint_auth_methods_supported"] = new JsonArray("private_key_jwt"),
    };

    private JsonObject Channels() => new()
    {
        ["conversations"] = new JsonArray([.. _double.Connector.Places.Values.Where(static one => one.Type == "channel").Select(static one => new JsonObject { ["id"] = one.Id.Split(';')[0] })]),
    };

    private void Bot(IEndpointRouteBuilder app, string verb, string path, string operation, Answer answer) =>
        Open(app, verb, path, operation, (context, body, size) => IsLetIn(context) ? answer(context, body, size) : throw new ConnectorError(401, "Unauthorized"));

    private void Open(IEndpointRouteBuilder app, string verb, string path, string operation, Answer answer) =>
        app.MapMethods(path, [verb], (HttpContext context) => RunAsync(context, operation, answer));

    private bool IsLetIn(HttpContext context)
    {
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.Ordinal) && _double.Tokens.TryGetValue(header[7..], out var until) && _double.Now < until;
    }

    private async Task RunAsync(HttpContext context, string operation, Answer answer)
    {
        var fault = _double.Fault(operation);
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
        var body = bytes.Length == 0 ? [] : JsonSerializer.Deserialize<JsonObject>(bytes.ToArray()) ?? [];
        var (status, json, applied, retryAfter) = await AnswerAsync(context, fault, () => answer(context, body, (int)bytes.Length));
        _double.Record(context, operation, body, status, applied);
        if (status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers["MS-CV"] = "double.1";
        if (retryAfter is { } seconds)
        {
            context.Response.Headers.RetryAfter = $"{seconds}";
        }

        if (json is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(json.ToJsonString(), CancellationToken.None);
        }
    }

    private static async Task<(int Status, JsonNode? Body, bool Applied, int? RetryAfter)> AnswerAsync(HttpContext context, TeamsFault? fault, Func<(int Status, JsonNode? Body)> answer)
    {
        try
        {
            switch (fault)
            {
                case TeamsFault.DropsBefore:
                    return (0, null, false, null);
                case TeamsFault.Refuses refusal:
                    throw new ConnectorError(refusal.Status, refusal.Code, refusal.RetryAfter);
                case TeamsFault.Waits waits:
                    await waits.Until.WaitAsync(context.RequestAborted);
                    break;
                default:
                    break;
            }

            var (status, body) = answer();
            return fault switch
            {
                TeamsFault.DropsAfter => (0, null, true, null),
                TeamsFault.BreaksAfter broken => (broken.Status, Error("ServiceError"), true, null),
                _ => (status, body, true, null),
            };
        }
        catch (ConnectorError error)
        {
            return (error.Status, Error(error.Message), false, error.RetryAfter);
        }
        catch (OperationCanceledException)
        {
            return (0, null, false, null);
        }
    }

    private static JsonObject Error(string code) => new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = code } };

    /// <summary>Client credentials, and nothing else.</summary>
    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var fault = _double.Fault("token") as TeamsFault.Refuses;
        var isRight = fault is null && form["grant_type"] == "client_credentials" && form["client_id"] == TeamsDouble.AppId && form["client_secret"] == TeamsDouble.Secret
            && form["scope"] == "https://api.botframework.com/.default";
        context.Response.StatusCode = isRight ? 200 : fault?.Status ?? 401;
        var answer = new JsonObject { ["error"] = fault?.Code ?? "invalid_client" };
        if (isRight)
        {
            var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
            _double.Tokens[token] = _double.Now + TokenLife;
            answer = new JsonObject { ["token_type"] = "Bearer", ["expires_in"] = (int)TokenLife.TotalSeconds, ["access_token"] = token };
        }

        _double.Record(context, "token", null, context.Response.StatusCode, isRight);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString(), Encoding.UTF8, context.RequestAborted);
    }

    private async Task FileAsync(HttpContext context)
    {
        var isPicture = context.Request.Path.StartsWithSegments("/connector", StringComparison.Ordinal);
        var bytes = _double.Files.GetValueOrDefault(Of(context, "id"));
        context.Response.StatusCode = isPicture && !IsLetIn(context) ? 401 : bytes is null ? 404 : 200;
        _double.Record(context, "attachment", null, context.Response.StatusCode, context.Response.StatusCode == 200);
        if (context.Response.StatusCode == 200)
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}
