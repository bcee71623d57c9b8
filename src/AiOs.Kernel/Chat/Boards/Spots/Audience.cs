namespace AiOs.Kernel.Chat.Boards.Spots;

/// <summary>Who is shown the cards of a channel at present.</summary>
/// <param name="homes">Where they are written to.</param>
/// <param name="people">Everybody who is paired, also who was not heard yet.</param>
internal sealed class Audience(IReadOnlyList<Home> homes, IReadOnlySet<string> people)
{
    private readonly List<Home> _homes = [.. homes];

    public IReadOnlyList<Home> Homes => _homes;

    public IReadOnlySet<string> People => people;

    /// <summary>A place turned out to be closed: nothing more goes there.</summary>
    public void Leave(string place) => _homes.RemoveAll(home => home.Place == place);
}
