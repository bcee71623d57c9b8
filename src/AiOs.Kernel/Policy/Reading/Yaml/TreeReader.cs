using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace AiOs.Kernel.Policy.Reading.Yaml;

/// <summary>Turns YAML into a tree that knows its lines. Takes a part of YAML only: one document, no anchors, aliases or tags, no key twice.</summary>
internal sealed class TreeReader
{
    private const int Deepest = 12;

    private readonly Parser _parser;
    private readonly PolicyFaults _faults;
    private int _line = 1;

    private TreeReader(TextReader text, PolicyFaults faults)
    {
        _parser = new Parser(text);
        _faults = faults;
    }

    /// <summary>The topmost keys, or nothing and a fault.</summary>
    public static TreeNode.Map? Read(string text, PolicyFaults faults)
    {
        using var source = new StringReader(text);
        var reader = new TreeReader(source, faults);
        try
        {
            return reader.Document();
        }
        catch (YamlException wrong)
        {
            reader.Broken(text, (int)Math.Min(wrong.Start.Line, int.MaxValue));
        }
#pragma warning disable CA1031 // the parser's edge: on broken text it also throws plain exceptions of many types, and all mean the same
        catch (Exception)
#pragma warning restore CA1031 // the edge ends here
        {
            reader.Broken(text, 1);
        }

        return null;
    }

    /// <summary>The parser often names where the broken part began, or the end of the text: what was read in order is not broken, nor is an empty end.</summary>
    private void Broken(string text, int line) => _faults.Add(
        Math.Min(Math.Max(line, _line), text.AsSpan().TrimEnd().Count('\n') + 1),
        "This is not YAML; look at the indentation, the colons, the brackets and the quotes here.");

    private TreeNode.Map? Document()
    {
        Next();
        if (Next() is not DocumentStart)
        {
            return Fault<TreeNode.Map>(1, "The file is empty; write at least 'version: 1' and 'rules: []'.");
        }

        var root = Node(Next(), 1);
        if (root is null)
        {
            return null;
        }

        if (root is not TreeNode.Map { Block: true, Column: 1 } map)
        {
            return Fault<TreeNode.Map>(root.Line, "The file must be keys at the start of their lines, such as 'version: 1'.");
        }

        if (Next() is DocumentEnd { IsImplicit: false } end)
        {
            return Fault<TreeNode.Map>((int)end.Start.Line, "The file may not hold '...'; remove the line.");
        }

        return Next() is StreamEnd ? map : Fault<TreeNode.Map>(_line, "The file holds a second document; remove the '---' and what is below it.");
    }

    private ParsingEvent Next()
    {
        if (!_parser.MoveNext() || _parser.Current is null)
        {
            throw new YamlException("The text ended early.");
        }

        _line = Math.Max(_line, (int)_parser.Current.Start.Line);
        return _parser.Current;
    }

    private TreeNode? Node(ParsingEvent at, int depth)
    {
        var line = (int)at.Start.Line;
        if (at is not NodeEvent node)
        {
            return Fault<TreeNode>(line, "Aliases (*name) are not used here; write the value out.");
        }

        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
        {
            return Fault<TreeNode>(line, "Anchors (&name) and tags (!name) are not used here; remove them.");
        }

        if (depth > Deepest)
        {
            return Fault<TreeNode>(line, $"This is nested deeper than {Deepest}; write it flatter.");
        }

        return node switch
        {
            Scalar scalar => new TreeNode.Scalar(line, (int)at.Start.Column, scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart list => Items(list, depth),
            MappingStart map => Entries(map, depth),
            _ => Fault<TreeNode>(line, "This cannot be read; write it as a value, a list or keys."),
        };
    }

    private TreeNode.List? Items(SequenceStart start, int depth)
    {
        var items = new List<TreeNode>();
        while (Next() is not SequenceEnd)
        {
            if (Node(_parser.Current!, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new TreeNode.List((int)start.Start.Line, (int)start.Start.Column, start.Style == SequenceStyle.Block, items);
    }

    private TreeNode.Map? Entries(MappingStart start, int depth)
    {
        var entries = new List<TreeEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (Next() is not MappingEnd)
        {
            var line = (int)_parser.Current!.Start.Line;
            if (_parser.Current is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true, Value: var key })
            {
                return Fault<TreeNode.Map>(line, "A key must be one word, such as 'rules:'.");
            }

            if (!keys.Add(key))
            {
                return Fault<TreeNode.Map>(line, $"'{Short(key)}' stands here a second time; keep one of them.");
            }

            if (Node(Next(), depth + 1) is not { } value)
            {
                return null;
            }

            // The parser places a missing value where the next thing begins.
            entries.Add(new TreeEntry(line, key, value is TreeNode.Scalar { Plain: true, Text: "" } ? value with { Line = line } : value));
        }

        return new TreeNode.Map((int)start.Start.Line, (int)start.Start.Column, start.Style == MappingStyle.Block, entries);
    }

    private static string Short(string key) => key.Length > 40 ? key[..40] + "…" : key;

    private T? Fault<T>(int line, string reason)
        where T : TreeNode
    {
        _faults.Add(Math.Max(1, line), reason);
        return null;
    }
}
