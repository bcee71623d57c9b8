namespace AiOs.Bot.Hosting;

/// <summary>Marks a connection that came over the verb socket, which only the owner of the data folder can open.</summary>
internal sealed class VerbConnection
{
    public static VerbConnection Instance { get; } = new();

    private VerbConnection()
    {
    }
}
