using AiOs.Kernel.Policy.Judging;
using AiOs.Kernel.Policy.Reading.Yaml;

namespace AiOs.Kernel.Policy.Reading;

/// <summary>A group of keys of which all are known.</summary>
internal sealed class Section
{
    private readonly TreeNode.Map _map;
    private readonly string _name;
    private readonly PolicyFaults _faults;

    private Section(TreeNode.Map map, string name, PolicyFaults faults)
    {
        _map = map;
        _name = name;
        _faults = faults;
    }

    public int Line => _map.Line;

    public IReadOnlyList<TreeEntry> Entries => _map.Entries;

    public TreeNode? this[string key] => _map.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    /// <summary>The group, or nothing and a fault. An unknown key is a fault and the rest is still read.</summary>
    public static Section? Of(TreeNode node, string name, PolicyFaults faults, IReadOnlyList<string> keys)
    {
        var section = Open(node, name, faults);
        foreach (var entry in section?.Entries.Where(entry => !keys.Contains(entry.Key)) ?? [])
        {
            faults.Add(entry.Line, $"'{Values.Shown(entry.Key)}' is not known in {name}; it knows {Phrases.And([.. keys])}.");
        }

        return section;
    }

    /// <summary>A group whose keys are names of the operator's own.</summary>
    public static Section? Open(TreeNode node, string name, PolicyFaults faults)
    {
        if (node is TreeNode.Map map)
        {
            return new Section(map, name, faults);
        }

        faults.Add(node.Line, $"{Capital(name)} must be keys with values, as in '{{ key: value }}'.");
        return null;
    }

    public TreeNode? Required(string key)
    {
        if (this[key] is { } found)
        {
            return found;
        }

        _faults.Add(Line, $"{Capital(_name)} lacks '{key}'; add it.");
        return null;
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
