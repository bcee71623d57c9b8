using System.Text.Json.Serialization;
using AiOs.Channels.Teams.Activities;

namespace AiOs.Channels.Teams.Places;

/// <summary>What it takes to write to a conversation later. Taken only from what passed the check.</summary>
internal sealed record PlaceReference
{
    /// <summary>How many people of a conversation are kept.</summary>
    public const int MostPeople = 12;

    /// <summary>The connector.</summary>
    [JsonPropertyName("url")]
    public required string ServiceUrl { get; init; }

    /// <summary>The conversation, whole: of a channel with its thread.</summary>
    [JsonPropertyName("conversation")]
    public required string ConversationId { get; init; }

    /// <summary>What kind it is.</summary>
    [JsonPropertyName("kind")]
    public required PlaceKind Kind { get; init; }

    /// <summary>Our own id in it.</summary>
    [JsonPropertyName("bot")]
    public string? BotId { get; init; }

    /// <summary>The tenant.</summary>
    [JsonPropertyName("tenant")]
    public string? TenantId { get; init; }

    /// <summary>Ids of people in our eyes (<c>29:…</c>) by their ids in the directory; for a card to be renewed, never for authorising.</summary>
    [JsonPropertyName("people")]
    public IReadOnlyDictionary<string, string> People { get; init; } = new Dictionary<string, string>();
}
