using System.Collections.Concurrent;
using System.Reflection;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Kernel.Hosting;

namespace AiOs.Kernel.Policy;

/// <summary>Compiles policies, and keeps the compiled ones.</summary>
internal sealed class PolicyShelf
{
    /// <summary>By currency. They never change, so one is enough for a process.</summary>
    private static readonly ConcurrentDictionary<string, PolicyInForce> BuiltIns = [];

    private readonly ConcurrentDictionary<Digest, PolicyDocument> _documents = [];
    private readonly string _currency;
    private readonly PolicyInForce _builtIn;
    private PolicyInForce? _latest;

    public PolicyShelf(WorkspaceSettings settings)
    {
        _currency = settings.Currency;
        _builtIn = BuiltIns.GetOrAdd(settings.Currency, _ => new PolicyInForce("built-in", Read(DefaultText)));
    }

    /// <summary>The policy that comes with the program; it holds while none was adopted.</summary>
    public static string DefaultText { get; } = ReadDefault();

    /// <summary>The policy that was asked for last.</summary>
    public PolicyInForce Latest => Volatile.Read(ref _latest) ?? _builtIn;

    /// <summary>The policy that a version holds. One whose text is gone is as strict as the one that comes with the program.</summary>
    public PolicyInForce Of(PolicyState? state)
    {
        var policy = state?.Current is { Text: { } text } current
            ? new PolicyInForce($"{PolicyState.Id}@{current.Version}", _documents.GetOrAdd(current.Digest, static (_, read) => read.Shelf.Read(read.Text), (Shelf: this, Text: text)))
            : _builtIn;
        if (Latest.Version != policy.Version)
        {
            Volatile.Write(ref _latest, policy);
        }

        return Latest;
    }

    /// <summary>Reads any text as a policy.</summary>
    public PolicyReading Try(string text) => PolicyReader.Read(text, _currency);

    private PolicyDocument Read(string text) => Try(text) switch
    {
        PolicyReading.Good good => good.Document,
        PolicyReading.Bad bad => throw new AiOsException($"The policy that is in force cannot be read any more: line {bad.Line}: {bad.Reason}"),
        _ => throw new AiOsException("The policy that is in force cannot be read any more."),
    };

    private static string ReadDefault()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("default.yaml")
            ?? throw new AiOsException("The program was built without its default policy.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
