using AiOs.Bot.Composition;

namespace AiOs.Bot.Tests.Composition;

public sealed class HostSettingsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("aios-settings-").FullName;

    [Fact]
    public void Load_NothingSet_PlacesEverythingBelowTheCallersFolder()
    {
        var places = Load("{}").Places;
        var data = Path.Combine(_folder, "data");
        Assert.Equal(data, places.Data);
        Assert.Equal(
            [Path.Combine(data, "aios.db"), Path.Combine(data, "workspace.key"), Path.Combine(data, "inbox"), Path.Combine(data, "outbox")],
            [places.Database, places.KeyFile, places.Inbox, places.Outbox]);
        Assert.Equal("data/outbox", places.OutboxShown);
        Assert.Null(places.HeadFile);
    }

    [Fact]
    public void Load_PathsThatAreNamed_ResolveAgainstTheCallersFolder()
    {
        var places = Load("""{"Workspace":{"DataDirectory":"books","KeyFile":"../key","HeadFile":"/elsewhere/head.json"},"Storage":{"Sqlite":{"Path":"books/j.db"}},"Email":{"DropFolder":"in"}}""").Places;
        Assert.Equal(
            [Path.Combine(_folder, "books"), Path.GetFullPath("../key", _folder), "/elsewhere/head.json", Path.Combine(_folder, "books", "j.db"), Path.Combine(_folder, "in")],
            [places.Data, places.KeyFile, places.HeadFile, places.Database, places.Inbox]);
    }

    [Fact]
    public void Socket_OfADeepFolder_StaysShortEnoughForASocket()
    {
        var deep = string.Join('/', Enumerable.Repeat("a-rather-long-name", 8));
        var places = Load($$$"""{"Workspace":{"DataDirectory":"{{{deep}}}"}}""").Places;
        Assert.InRange(places.Socket.Length, 1, 100);
        Assert.NotEqual(places.Socket, Load($$$"""{"Workspace":{"DataDirectory":"{{{deep}}}/b"}}""").Places.Socket);
    }

    [Fact]
    public void Load_HeadFileInsideTheData_IsRefused()
    {
        var fault = Assert.Throws<ConfigurationException>(() => Load("""{"Workspace":{"HeadFile":"data/head2.json"}}"""));
        Assert.Contains("Workspace:HeadFile", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_NotNamed_IsTheOneBesideTheProgram()
    {
        var policy = Load("{}").Policy;
        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "manifests", "policies", "default.yaml"), policy.Path);
        Assert.Contains("rules:", await policy.ReadAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_Named_ResolvesAgainstTheCallersFolderAndMustBeThere()
    {
        File.WriteAllText(Path.Combine(_folder, "mine.yaml"), "version: 1\n");
        Assert.Equal(Path.Combine(_folder, "mine.yaml"), Load("""{"Policy":{"Path":"mine.yaml"}}""").Policy.Path);
        var fault = Assert.Throws<ConfigurationException>(() => Load("""{"Policy":{"Path":"other.yaml"}}"""));
        Assert.Contains("Policy:Path", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_DigestByMailWithoutAnAddress_IsRefusedWithTheKey()
    {
        var fault = Assert.Throws<ConfigurationException>(() => Load("""{"Digest":{"Mail":true}}"""));
        Assert.Equal("Operator:EmailAddresses is missing; say where the digest is to be mailed to, or leave Digest:Mail out.", fault.Message);
        Assert.Equal(["o@studio.example"], Load("""{"Digest":{"Mail":true},"Operator":{"EmailAddresses":["o@studio.example"]}}""").OperatorAddresses);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private HostSettings Load(string json)
    {
        File.WriteAllText(Path.Combine(_folder, "appsettings.json"), json);
        return HostSettings.Load(new HostParts(_folder, _ => { }));
    }
}
