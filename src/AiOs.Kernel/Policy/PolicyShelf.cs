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

    /// <summary>More versions than are ever asked for at one time.</summary>
    private const int MostKept = 32;

    private readonly ConcurrentDictionary<(long Version, Digest Digest), PolicyInForce> _compiled = [];
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

    /// <summary>The policy that was asked for last: good for showing, not for deciding.</summary>
    public PolicyInForce Latest => Volatile.Read(ref _latest) ?? _builtIn;

    /// <summary>The policy that a version holds. One whose text is gone is as strict as the one that comes with the program.</summary>
    public PolicyInForce Of(PolicyState? state)
    {
        var policy = state?.Current is { Text: { } text } current ? Compiled(current, text) : _builtIn;
        if (!ReferenceEquals(Latest, policy))
        {
            Volatile.Write(ref _latest, policy);
        }

        return policy;
    }

    /// <summary>Reads any text as a policy.</summary>
    public PolicyReading Try(string text) => PolicyReader.Read(text, _currency);

    private PolicyInForce Compiled(PolicyVersion current, string text)
    {
        if (_compiled.TryGetValue((current.Version, current.Digest), out var kept))
        {
            return kept;
        }

        if (_compiled.Count >= MostKept)
        {
            _compiled.Clear();
        }

        return _compiled.GetOrAdd((current.Version, current.Digest), new PolicyInForce($"{PolicyState.Id}@{current.Version}", Read(text)));
    }

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
