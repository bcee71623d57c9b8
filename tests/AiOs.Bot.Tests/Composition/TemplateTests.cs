using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using AiOs.Bot.Composition;
using AiOs.Bot.Digests;
using AiOs.Channels.Teams;
using AiOs.Channels.Telegram;
using AiOs.Channels.Web;
using AiOs.Connectors.Email;
using AiOs.Memory;
using AiOs.Storage.Mongo;
using AiOs.Storage.Sqlite;

namespace AiOs.Bot.Tests.Composition;

/// <summary>The template names every key there is and no other, tells what each does, and is usable as it stands.</summary>
public sealed partial class TemplateTests
{
    private static readonly (string Section, Type Options)[] Bound =
    [
        (WorkspaceOptions.Section, typeof(WorkspaceOptions)),
        (OperatorOptions.Section, typeof(OperatorOptions)),
        (StorageOptions.Section, typeof(StorageOptions)),
        (PolicyOptions.Section, typeof(PolicyOptions)),
        (SqliteOptions.Section, typeof(SqliteOptions)),
        (MongoOptions.Section, typeof(MongoOptions)),
        (WebOptions.Section, typeof(WebOptions)),
        (EmailOptions.Section, typeof(EmailOptions)),
        (ModelOptions.Section, typeof(ModelOptions)),
        (TelegramOptions.Section, typeof(TelegramOptions)),
        (TeamsOptions.Section, typeof(TeamsOptions)),
        (JobsOptions.Section, typeof(JobsOptions)),
        (DigestOptions.Section, typeof(DigestOptions)),
    ];

    [Fact]
    public void Template_HoldsEveryKey_AndNoOther()
    {
        var template = new SortedSet<string>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(Text(), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        Collect(document.RootElement, string.Empty, template);
        var options = new SortedSet<string>(Bound.SelectMany(bound => Keys(bound.Options, bound.Section)).Append("Schedules"), StringComparer.Ordinal);

        Assert.Equal(options, template);
        Assert.True(template.Count >= 15, $"only {template.Count} keys were compared");
    }

    [Fact]
    public void Template_BesideEveryKey_SaysWhatItDoes()
    {
        var lines = Text().Split('\n');
        var bare = Enumerable.Range(1, lines.Length - 1)
            .Where(line => Leaf().IsMatch(lines[line]) && !lines[line - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
            .Select(line => lines[line].Trim())
            .Where(line => !line.StartsWith("\"Password\"", StringComparison.Ordinal));

        Assert.Empty(bare);
        Assert.True(lines.Count(line => Leaf().IsMatch(line)) >= 15);
    }

    [Fact]
    public void Template_TakenAsItIs_Starts()
    {
        var folder = Directory.CreateTempSubdirectory("aios-template-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), Text());
            var settings = HostSettings.Load(new HostParts(folder.FullName, _ => { }));

            Assert.Equal("main", settings.Workspace.Id.Value);
            Assert.Equal(Path.Combine(folder.FullName, "data"), settings.Places.Data);
            Assert.Null(settings.Workspace.OperatorName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text() => File.ReadAllText(Path.Combine(Root(), "appsettings.template.json"));

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "AiOs.Bot.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The solution is not above the test.");
        }

        return folder;
    }

    private static void Collect(JsonElement element, string path, SortedSet<string> keys)
    {
        if (element.ValueKind is not JsonValueKind.Object)
        {
            keys.Add(path);
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            Collect(member.Value, path.Length == 0 ? member.Name : path + ":" + member.Name, keys);
        }
    }

    private static IEnumerable<string> Keys(Type options, string section)
    {
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var key = section + ":" + property.Name;
            var nested = property.PropertyType.IsClass && property.PropertyType != typeof(string);
            foreach (var name in nested ? Keys(property.PropertyType, key) : [key])
            {
                yield return name;
            }
        }
    }

    [GeneratedRegex("^\\s*\"[A-Za-z]+\":\\s*[^{\\s]")]
    private static partial Regex Leaf();
}
