using System.Text.Json;

namespace PlanSearch.Web.Tests.Api.Contract;

/// <summary>
/// Whether a JSON value has the shape a schema of the description says; the part of JSON Schema that the description uses.
/// </summary>
internal sealed class SchemaCheck(JsonElement document)
{
    /// <summary>What does not fit, with the place; empty when all does.</summary>
    public IReadOnlyList<string> Faults(JsonElement schema, JsonElement value)
    {
        var faults = new List<string>();
        Check(schema, value, "$", faults);
        return faults;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            Check(Resolve(reference.GetString()!), value, at, faults);
            return;
        }

        if (schema.TryGetProperty("oneOf", out var choices) || schema.TryGetProperty("anyOf", out choices))
        {
            if (!choices.EnumerateArray().Any(choice => Faults(choice, value).Count == 0))
            {
                faults.Add($"{at}: fits none of the choices");
            }

            return;
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(value, name)))
        {
            faults.Add($"{at}: {value.ValueKind} is no {type}");
            return;
        }

        if (schema.TryGetProperty("enum", out var names) && !names.EnumerateArray().Any(name => name.GetString() == value.GetString()))
        {
            faults.Add($"{at}: {value} is not among {names}");
        }

        if (value.ValueKind is JsonValueKind.Array && schema.TryGetProperty("items", out var items))
        {
            foreach (var (element, number) in value.EnumerateArray().Select((element, number) => (element, number)))
            {
                Check(items, element, $"{at}[{number}]", faults);
            }
        }

        if (value.ValueKind is JsonValueKind.Object)
        {
            CheckObject(schema, value, at, faults);
        }
    }

    private void CheckObject(JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        if (schema.TryGetProperty("required", out var required))
        {
            faults.AddRange(
                required.EnumerateArray()
                    .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                    .Select(name => $"{at}: {name} is missing"));
        }

        foreach (var member in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member.Name, out var known))
            {
                Check(known, member.Value, $"{at}.{member.Name}", faults);
            }
            else if (schema.TryGetProperty("additionalProperties", out var further))
            {
                Check(further, member.Value, $"{at}.{member.Name}", faults);
            }
            else
            {
                faults.Add($"{at}: {member.Name} is not described");
            }
        }
    }

    private JsonElement Resolve(string reference) =>
        reference.Split('/').Skip(1).Aggregate(document, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind is JsonValueKind.Array ? type.EnumerateArray().Select(name => name.GetString()!) : [type.GetString()!];

    private static bool Is(JsonElement value, string type) => type switch
    {
        "null" => value.ValueKind is JsonValueKind.Null,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind is JsonValueKind.Number,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind is JsonValueKind.Array,
        "object" => value.ValueKind is JsonValueKind.Object,
        _ => false,
    };
}
