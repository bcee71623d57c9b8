using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiOs.Contracts.Events;
using AiOs.Contracts.Json;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Tests.Support;

namespace AiOs.Kernel.Tests.Journal.Chain;

/// <summary>What stands in journals out there. A golden file may be added, never changed.</summary>
public sealed class GoldenEventTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Golden");

    public static TheoryData<string> Names => [.. EventType.All.Select(type => type.Name), .. FullSamples.All.Keys];

    [Fact]
    public void Golden_EveryEventThereIs_HasItsFileAndSample()
    {
        var files = Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(EventType.All.Select(type => type.Name).Concat(FullSamples.All.Keys).Order(StringComparer.Ordinal), files);
        Assert.Equal(EventType.All.Select(type => type.ClearType), EventSamples.All.Select(sample => sample.GetType()));
        Assert.All(FullSamples.All, full => Assert.Equal(TypeIn(full.Key), EventCodec.TypeOf(full.Value).Name));
    }

    /// <summary>A field that no golden fills could be dropped or renamed unseen.</summary>
    [Fact]
    public void Golden_EveryFieldThereIs_IsFilledInOne()
    {
        var samples = EventSamples.All.Concat(FullSamples.All.Values).ToArray();
        foreach (var type in EventType.All)
        {
            var mine = samples.Where(sample => sample.GetType() == type.ClearType).ToArray();
            foreach (var field in type.ClearType.GetProperties().Where(field => field.Name is not (nameof(JournalEvent.PersonalPart) or "Personal" or "EqualityContract")))
            {
                Assert.True(mine.Any(sample => field.GetValue(sample) is not null), $"no golden of {type.Name} fills {field.Name}");
            }

            foreach (var field in type.PersonalType?.GetProperties() ?? [])
            {
                Assert.True(mine.Any(sample => sample.PersonalPart is { } part && field.GetValue(part) is not null), $"no golden of {type.Name} fills {field.Name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_Sample_GivesTheGoldenBytes(string name) => Assert.Equal(Golden(name), Opened(Sample(name)));

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Golden_GivesTheEventBack(string name)
    {
        var read = Read(Golden(name));

        Assert.Equal(Sample(name).GetType(), read.GetType());
        Assert.Equal(Golden(name), Opened(read));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_FieldOfALaterVersion_IsLeftAside(string name)
    {
        var later = JsonNode.Parse(Golden(name))!;
        later["clear"]!["zLater"] = new JsonObject { ["a"] = 1 };
        if (later["personal"] is JsonObject personal)
        {
            personal["aLater"] = "more";
        }

        Assert.Equal(Golden(name), Opened(Read(later.ToJsonString())));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WithoutItsSealedPart_GivesTheRest(string name)
    {
        using var document = JsonDocument.Parse(Golden(name));
        var read = EventCodec.Read(document.RootElement.GetProperty("clear"), personal: null);

        Assert.Null(read.PersonalPart);
        Assert.Equal(Fold.Written(writer => EventCodec.WriteClear(writer, Sample(name))), Fold.Written(writer => EventCodec.WriteClear(writer, read)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Write_ClearPart_IsCanonicalAsciiAndNamesItsType(string name)
    {
        var clear = Fold.Written(writer => EventCodec.WriteClear(writer, Sample(name)));
        using var document = JsonDocument.Parse(clear);

        Assert.Equal(Encoding.UTF8.GetString(CanonicalJson.Of(clear)), Encoding.UTF8.GetString(clear));
        Assert.True(clear.All(value => value is >= 0x20 and < 0x7f));
        Assert.Equal((TypeIn(name), 1), (document.RootElement.GetProperty("type").GetString(), document.RootElement.GetProperty("v").GetInt32()));
    }

    [Fact]
    public void Read_UnknownTypeOrVersion_SaysSo()
    {
        foreach (var text in new[] { """{"type":"work-item-eaten","v":1}""", """{"type":"work-item-opened","v":2}""" })
        {
            using var document = JsonDocument.Parse(text);
            Assert.Contains("use a newer version", Assert.Throws<Contracts.AiOsException>(() => EventCodec.Read(document.RootElement, null)).Message, StringComparison.Ordinal);
        }
    }

    private static string Golden(string name) => File.ReadAllText(Path.Combine(Folder, name + ".json")).TrimEnd('\n');

    private static JournalEvent Sample(string name) =>
        FullSamples.All.TryGetValue(name, out var full) ? full : EventSamples.All.Single(sample => EventCodec.TypeOf(sample).Name == name);

    private static string TypeIn(string name) => name.Split('.')[0];

    private static JournalEvent Read(string golden)
    {
        using var document = JsonDocument.Parse(golden);
        return EventCodec.Read(document.RootElement.GetProperty("clear"), document.RootElement.GetProperty("personal"));
    }

    private static string Opened(JournalEvent happened) =>
        $$"""{"clear":{{Encoding.UTF8.GetString(Fold.Written(writer => EventCodec.WriteClear(writer, happened)))}},"personal":{{Encoding.UTF8.GetString(Fold.Written(writer => EventCodec.WritePersonal(writer, happened)))}}}""";
}
