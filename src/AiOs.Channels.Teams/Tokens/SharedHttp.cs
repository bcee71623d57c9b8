using Microsoft.Identity.Client;

namespace AiOs.Channels.Teams.Tokens;

/// <summary>Lets MSAL use our own client: no redirects, no proxy of the environment.</summary>
internal sealed class SharedHttp(HttpClient http) : IMsalHttpClientFactory
{
    public HttpClient GetHttpClient() => http;
}
