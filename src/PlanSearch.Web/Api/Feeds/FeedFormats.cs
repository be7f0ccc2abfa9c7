using System.Globalization;
using System.Text;
using System.Xml;
using PlanSearch.Answers.Changes;

namespace PlanSearch.Web.Api.Feeds;

/// <summary>A page of a feed as Atom 1.0 (RFC 4287, paged by RFC 5005) and as JSON Feed 1.1.</summary>
internal static class FeedFormats
{
    /// <summary>What an Atom answer says it is.</summary>
    public const string AtomType = "application/atom+xml";

    /// <summary>What a JSON Feed answer says it is.</summary>
    public const string JsonType = "application/feed+json";

    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const string JsonVersion = "https://jsonfeed.org/version/1.1";
    private const string Language = "zh-CN";

    /// <summary>The whole page as an object that is ready to be written, changes in its order.</summary>
    public static JsonFeed Json(FeedPage page) => new(
        JsonVersion,
        page.Title,
        page.HomePage,
        page.First,
        page.Description,
        Language,
        [
            .. page.Answer.Changes.Select(change => new JsonFeedItem(
                FeedPage.IdOf(change), page.UrlOf(change), FeedPage.TitleOf(change), FeedPage.TextOf(change), change.Time, [change.Kind],
                new JsonFeedChange(
                    change.Kind, change.Aspects, change.Generation, change.Before, change.After, change.Metadata, change.Plans))),
        ],
        new JsonFeedState(page.Answer.Generation, page.Answer.Since, page.Answer.From, page.Answer.Counts))
    {
        NextUrl = page.Next,
    };

    /// <summary>The page as Atom, UTF-8.</summary>
    public static string Atom(FeedPage page)
    {
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, Language);
            Element(xml, "id", page.Id);
            Element(xml, "title", page.Title);
            Element(xml, "subtitle", page.Description);
            Element(xml, "updated", Time(page.Answer.Updated));
            Link(xml, "self", page.Self);
            Link(xml, "first", page.First);
            Link(xml, "next", page.Next);
            Link(xml, "alternate", page.HomePage);
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", "PlanSearch");
            xml.WriteEndElement();
            foreach (var change in page.Answer.Changes)
            {
                Entry(xml, page, change);
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static void Entry(XmlWriter xml, FeedPage page, MentionChange change)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", FeedPage.IdOf(change));
        Element(xml, "title", FeedPage.TitleOf(change));
        Element(xml, "published", Time(change.Time));
        Element(xml, "updated", Time(change.Time));
        Link(xml, "alternate", page.UrlOf(change));
        foreach (var term in change.Aspects.Insert(0, change.Kind))
        {
            xml.WriteStartElement("category", Namespace);
            xml.WriteAttributeString("term", term);
            xml.WriteEndElement();
        }

        Element(xml, "content", FeedPage.TextOf(change));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string relation, string? address)
    {
        if (address is not null)
        {
            xml.WriteStartElement("link", Namespace);
            xml.WriteAttributeString("rel", relation);
            xml.WriteAttributeString("href", address);
            xml.WriteEndElement();
        }
    }

    private static void Element(XmlWriter xml, string name, string text) => xml.WriteElementString(name, Namespace, Clean(text));

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    // Plans hold characters that XML cannot say.
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text, i++, 2);
            }
            else
            {
                clean.Append(XmlConvert.IsXmlChar(text[i]) ? text[i] : '\uFFFD');
            }
        }

        return clean.ToString();
    }

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
