using System.Reflection;
using AiOs.Agents.Intake;
using AiOs.Bot.Composition;
using AiOs.Bot.Digests;
using AiOs.Channels.Teams;
using AiOs.Channels.Telegram;
using AiOs.Channels.Web;
using AiOs.Connectors.Email;
using AiOs.Kernel.Hosting;
using AiOs.Storage.Mongo;
using AiOs.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace AiOs.Bot.Tests.Composition;

/// <summary>What the template says is what happens without it.</summary>
public sealed class DefaultsTests
{
    // The path of the database is resolved by the host: nothing in the template, aios.db in the data folder. MongoDB has no defaults.
    private static readonly Type[] Bound = [typeof(WorkspaceOptions), typeof(OperatorOptions), typeof(StorageOptions), typeof(PolicyOptions), typeof(WebOptions), typeof(EmailOptions), typeof(TelegramOptions), typeof(TeamsOptions), typeof(JobsOptions), typeof(DigestOptions)];

    [Fact]
    public void Template_EveryValueInIt_IsTheDefault()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(FindTemplate()).Build();
        var looked = 0;
        foreach (var type in Bound)
        {
            var bound = Activator.CreateInstance(type)!;
            configuration.GetSection(SectionOf(type)!).Bind(bound);
            looked += MustBeSame(Activator.CreateInstance(type)!, bound, SectionOf(type)!);
        }

        Assert.True(looked >= 16, $"only {looked} values were compared");
    }

    [Fact]
    public void Options_OfEveryProject_AreKnownHere()
    {
        var found = new[] { typeof(WorkspaceOptions), typeof(SqliteOptions), typeof(MongoOptions), typeof(WebOptions), typeof(EmailOptions), typeof(TelegramOptions), typeof(TeamsOptions), typeof(IntakeAgent), typeof(Workspace) }
            .SelectMany(one => one.Assembly.GetTypes()).Where(type => type.IsClass && SectionOf(type) is not null);
        Assert.Equal(
            Bound.Append(typeof(SqliteOptions)).Append(typeof(MongoOptions)).Select(type => type.Name).Order(StringComparer.Ordinal),
            found.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    private static string? SectionOf(Type type) => type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as string;

    private static int MustBeSame(object expected, object bound, string path)
    {
        var looked = 0;
        foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (one, other) = (property.GetValue(expected), property.GetValue(bound));
            if (one is not null && one.GetType() is { IsClass: true, Namespace: { } room } && room.StartsWith("AiOs", StringComparison.Ordinal))
            {
                looked += MustBeSame(one, other!, $"{path}:{property.Name}");
                continue;
            }

            Assert.True(
                Equals(one, other) || (one is IEnumerable<string> left && other is IEnumerable<string> right && left.SequenceEqual(right)),
                $"{path}:{property.Name} is {one ?? "nothing"} by default and {other ?? "nothing"} in the template");
            looked++;
        }

        return looked;
    }

    private static string FindTemplate()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "appsettings.template.json")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder.FullName, "appsettings.template.json");
    }
}
