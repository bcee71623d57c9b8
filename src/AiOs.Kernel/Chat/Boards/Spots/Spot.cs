using AiOs.Contracts.Chat;
using AiOs.Kernel.Chat.Boards.Entries;
using AiOs.Kernel.Chat.Boards.Faces;
using AiOs.Kernel.Chat.Places;

namespace AiOs.Kernel.Chat.Boards.Spots;

/// <summary>One place that a work item is shown in, or could be.</summary>
/// <param name="Place">The place.</param>
/// <param name="Person">Whose home it is, or was when it was shown there.</param>
/// <param name="IsHome">Whether it is a home now.</param>
/// <param name="Origin">What began the work item there; nothing where it began elsewhere.</param>
/// <param name="IsOurs">False where it was the home of somebody who is paired no more.</param>
internal sealed record Spot(string Place, string? Person, bool IsHome, ChatOrigin? Origin, bool IsOurs)
{
    /// <summary>Every place of a work item: the homes, where it began, and where it stands already.</summary>
    public static IReadOnlyList<Spot> Of(CardEntry entry, Face face, Audience audience)
    {
        var spots = new List<Spot>(audience.Homes.Count + 2);
        spots.AddRange(audience.Homes.Select(home => new Spot(home.Place, home.Person, IsHome: true, At(home.Place, face), IsOurs: true)));
        var others = entry.Places.Select(there => there.Place);
        foreach (var place in face.Origin is { } origin ? others.Prepend(origin.Place) : others)
        {
            if (spots.TrueForAll(spot => spot.Place != place))
            {
                var there = entry.Find(place);
                var person = there is null ? AskerOf(face) : there.Person;
                spots.Add(new Spot(place, there?.Person, IsHome: false, At(place, face), person is null || audience.People.Contains(person)));
            }
        }

        return spots;
    }

    /// <summary>Where nothing stands yet, it is for whoever asked there, as long as they are paired.</summary>
    private static string? AskerOf(Face face) => face.Origin?.Sender is { } sender ? ChatNames.Short(sender) : null;

    private static ChatOrigin? At(string place, Face face) => face.Origin is { } origin && origin.Place == place ? origin : null;
}
