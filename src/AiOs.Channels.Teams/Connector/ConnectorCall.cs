using System.Text.Json.Nodes;
using AiOs.Channels.Teams.Places;

namespace AiOs.Channels.Teams.Connector;

/// <summary>One thing asked of a connector.</summary>
/// <param name="Verb">What it is.</param>
/// <param name="Place">Where.</param>
/// <param name="Activity">The message that is answered or replaced; nothing where there is none.</param>
/// <param name="Body">What is said.</param>
internal sealed record ConnectorCall(ConnectorVerb Verb, PlaceReference Place, string? Activity, JsonObject Body)
{
    public HttpMethod Method => Verb == ConnectorVerb.Update ? HttpMethod.Put : HttpMethod.Post;

    /// <summary>Every id is one segment, whatever stands in it.</summary>
    public Uri Address
    {
        get
        {
            var path = Verb == ConnectorVerb.Open ? string.Empty
                : $"/{Uri.EscapeDataString(Place.ConversationId)}/activities{(string.IsNullOrEmpty(Activity) ? string.Empty : "/" + Uri.EscapeDataString(Activity))}";
            return new Uri($"{Place.ServiceUrl.TrimEnd('/')}/v3/conversations{path}");
        }
    }
}
