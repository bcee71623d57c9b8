using System.Text;
using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Activities;
using AiOs.Testing.Teams;

namespace AiOs.Channels.Teams.Tests.Security;

/// <summary>Every way in which a request can be right or wrong about who sends it, with what it is answered.</summary>
internal static class TokenCases
{
    public static TheoryData<string, int, string> Matrix => new()
    {
        { "good", 200, string.Empty },
        { "rs384", 200, string.Empty },
        { "rs512", 200, string.Empty },
        { "audience as api://", 200, string.Empty },
        { "audience as api://botid-", 200, string.Empty },
        { "expired within the skew", 200, string.Empty },
        { "service url in other case", 200, string.Empty },
        { "no header", 401, "no-token" },
        { "other scheme", 401, "no-token" },
        { "empty token", 401, "no-jwt" },
        { "no jwt", 401, "no-jwt" },
        { "huge token", 401, "no-jwt" },
        { "unsigned", 401, "*" },
        { "signed with the public key", 401, "*" },
        { "ps256", 401, "*" },
        { "tampered", 401, "bad-signature" },
        { "foreign key under our name", 401, "bad-signature" },
        { "unknown key", 401, "unknown-key" },
        { "other issuer", 401, "other-issuer" },
        { "entra issuer", 401, "other-issuer" },
        { "other audience", 401, "other-audience" },
        { "expired", 401, "not-now" },
        { "not yet", 401, "not-now" },
        { "never ends", 401, "not-now" },
        { "no service url", 403, "other-service-url" },
        { "service url of another", 403, "other-service-url" },
        { "unknown host", 403, "unknown-host" },
        { "channel not endorsed", 401, "not-endorsed" },
        { "other tenant", 403, "other-tenant" },
        { "no tenant", 403, "other-tenant" },
    };

    public static TeamsTokenSpec Spec(TeamsDouble server) => new(TeamsDouble.AppId, server.ServiceUrl);

    public static string? Header(TeamsDouble server, string name)
    {
        var good = Spec(server);
        if (name == "channel not endorsed")
        {
            server.Issuer.Rotate("webchat");
        }

        return name switch
        {
            "no header" => null,
            "other scheme" => "Basic " + server.Issuer.Sign(good),
            "empty token" => "Bearer ",
            "no jwt" => "Bearer not.a.jwt",
            "huge token" => "Bearer " + server.Issuer.Sign(good with { ServiceUrl = new string('x', 40_000) }),
            _ => "Bearer " + server.Issuer.Sign(Wrong(good, name)),
        };
    }

    private static TeamsTokenSpec Wrong(TeamsTokenSpec good, string name) => name switch
    {
        "rs384" => good with { Algorithm = "RS384" },
        "rs512" => good with { Algorithm = "RS512" },
        "audience as api://" => good with { Audience = "api://" + TeamsDouble.AppId },
        "audience as api://botid-" => good with { Audience = "api://botid-" + TeamsDouble.AppId },
        "expired within the skew" => good with { Expires = TimeSpan.FromMinutes(-4) },
        "service url in other case" => good with { ServiceUrl = good.ServiceUrl!.ToUpperInvariant() },
        "unsigned" => good with { Algorithm = "none" },
        "signed with the public key" => good with { Algorithm = "HS256" },
        "ps256" => good with { Algorithm = "PS256" },
        "tampered" => good with { Tampered = true },
        "foreign key under our name" => good with { ByStranger = true },
        "unknown key" => good with { KeyId = "other" },
        "other issuer" => good with { Issuer = "https://api.botframework.us" },
        "entra issuer" => good with { Issuer = $"https://sts.windows.net/{TeamsDouble.Tenant}/" },
        "other audience" => good with { Audience = "another-app" },
        "expired" => good with { NotBefore = TimeSpan.FromHours(-2), Expires = TimeSpan.FromMinutes(-6) },
        "not yet" => good with { NotBefore = TimeSpan.FromMinutes(6) },
        "never ends" => good with { Expires = null },
        "no service url" => good with { ServiceUrl = null },
        "service url of another" => good with { ServiceUrl = "https://smba.trafficmanager.net/emea/" },
        "unknown host" => good with { ServiceUrl = "https://evil.trafficmanager.net/" },
        _ => good,
    };

    public static IncomingActivity Activity(TeamsDouble server, string name) => ActivityReader.Read(Encoding.UTF8.GetBytes(Json(server, name).ToJsonString()))!;

    public static JsonObject Json(TeamsDouble server, string name)
    {
        var person = server.Person("Jonas");
        var json = server.Activities.Message(person, server.Personal(person), "hello");
        if (name == "unknown host")
        {
            json["serviceUrl"] = "https://evil.trafficmanager.net/";
        }

        if (name is "other tenant" or "no tenant")
        {
            json["conversation"]!["tenantId"] = name == "no tenant" ? null : "99999999-bbbb-4ccc-8ddd-eeeeeeeeeeee";
            json["channelData"] = null;
        }

        return json;
    }
}
