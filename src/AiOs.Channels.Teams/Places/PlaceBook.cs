using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AiOs.Channels.Teams.Activities;
using AiOs.Contracts;
using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;

namespace AiOs.Channels.Teams.Places;

/// <summary>Remembers how each conversation is reached. Outside this project a place is a digest, which says nothing and fits everywhere.</summary>
internal sealed class PlaceBook(ICursors cursors, IPairing pairing)
{
    private const string Prefix = "teams/place/";
    private const int LongestEntry = 4096;
    private const int Tries = 5;

    /// <summary>The name of a conversation. It stays when the connector's address changes.</summary>
    public static string NameOf(IncomingActivity activity) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{activity.TenantId?.ToLowerInvariant()}\n{activity.ConversationId}")).AsSpan(0, 16));

    /// <summary>The reference of a place; nothing where there is none.</summary>
    public async Task<PlaceReference?> FindAsync(string place, CancellationToken cancellationToken) => Read(await cursors.FindAsync(Prefix + place, cancellationToken));

    /// <summary>Keeps how the conversation of an activity is reached now. Writes only what changed.</summary>
    public async Task<string> KeepAsync(IncomingActivity activity, CancellationToken cancellationToken)
    {
        var place = NameOf(activity);
        for (var tries = 0; tries < Tries; tries++)
        {
            var old = await cursors.FindAsync(Prefix + place, cancellationToken);
            var text = Write(Of(activity, Read(old)));
            if (text == old || await cursors.TryMoveAsync(Prefix + place, old, text, cancellationToken))
            {
                return place;
            }
        }

        throw new AiOsException("Where a Teams conversation is could not be kept, since others wrote at the same moment.") { IsTransient = true };
    }

    /// <summary>Keeps that a conversation goes by another id now. Nothing where somebody else wrote meanwhile.</summary>
    public async Task<PlaceReference?> MoveAsync(string place, PlaceReference found, string conversation, CancellationToken cancellationToken)
    {
        var moved = found with { ConversationId = conversation };
        var old = await cursors.FindAsync(Prefix + place, cancellationToken);
        return old == Write(found) && await cursors.TryMoveAsync(Prefix + place, old, Write(moved), cancellationToken) ? moved : null;
    }

    private PlaceReference Of(IncomingActivity activity, PlaceReference? old) => new()
    {
        ServiceUrl = activity.ServiceUrl,
        ConversationId = activity.ConversationId,
        Kind = activity.Place == PlaceKind.Unknown && old is not null ? old.Kind : activity.Place,
        BotId = activity.BotId ?? old?.BotId,
        TenantId = activity.TenantId,
        People = People(activity, old),
    };

    /// <summary>Of a conversation of two, the other; of a group only who is the operator, so that nobody can fill the list.</summary>
    private SortedDictionary<string, string> People(IncomingActivity activity, PlaceReference? old)
    {
        var people = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (person, id) in old?.People ?? new Dictionary<string, string>())
        {
            people[person] = id;
        }

        if (activity.SenderId is { Length: <= 200 } named && TeamsSender.Of(activity) is var sender && sender != TeamsSender.Nobody
            && (activity.Place == PlaceKind.Personal || pairing.IsOperator(ChannelName.Teams, sender))
            && (people.ContainsKey(sender) || people.Count < PlaceReference.MostPeople))
        {
            people[sender] = named;
        }

        return people;
    }

    private static string Write(PlaceReference reference)
    {
        var text = JsonSerializer.Serialize(reference, PlaceJson.Default.PlaceReference);
        if (text.Length > LongestEntry)
        {
            text = JsonSerializer.Serialize(reference with { People = new Dictionary<string, string>() }, PlaceJson.Default.PlaceReference);
        }

        return text.Length <= LongestEntry ? text : throw new AiOsException("A Teams conversation has ids that are too long to be kept.");
    }

    private static PlaceReference? Read(string? text) => string.IsNullOrEmpty(text) ? null : JsonSerializer.Deserialize(text, PlaceJson.Default.PlaceReference);
}
