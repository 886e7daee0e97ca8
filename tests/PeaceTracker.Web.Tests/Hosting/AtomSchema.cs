using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace PeaceTracker.Web.Tests.Hosting;

/// <summary>
/// What RFC 4287 asks of an Atom feed: what may stand where and of which form, as a schema; how often, which XML Schema can't say of elements in any
/// order, by counting.
/// </summary>
internal static class AtomSchema
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    private const string Schema = $"""
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="{Atom}" targetNamespace="{Atom}" elementFormDefault="qualified">
          <xs:element name="feed"><xs:complexType>
            <xs:choice minOccurs="3" maxOccurs="unbounded">
              <xs:group ref="any" /><xs:element name="entry" type="entry" /><xs:element name="subtitle" type="text" />
              <xs:element name="generator" type="generator" /><xs:element name="icon" type="uri" /><xs:element name="logo" type="uri" />
            </xs:choice>
            <xs:anyAttribute namespace="##other" processContents="lax" />
          </xs:complexType></xs:element>
          <xs:group name="any"><xs:choice>
            <xs:element name="author" type="person" /><xs:element name="contributor" type="person" /><xs:element name="category" type="category" />
            <xs:element name="id" type="uri" /><xs:element name="link" type="link" /><xs:element name="rights" type="text" />
            <xs:element name="title" type="text" /><xs:element name="updated" type="date" />
            <xs:any namespace="##other" processContents="lax" />
          </xs:choice></xs:group>
          <xs:complexType name="entry">
            <xs:choice minOccurs="3" maxOccurs="unbounded">
              <xs:group ref="any" /><xs:element name="content" type="text" /><xs:element name="summary" type="text" />
              <xs:element name="published" type="date" />
            </xs:choice>
            <xs:anyAttribute namespace="##other" processContents="lax" />
          </xs:complexType>
          <xs:complexType name="person"><xs:choice maxOccurs="3">
            <xs:element name="name" type="xs:string" /><xs:element name="uri" type="uri" />
            <xs:element name="email" type="email" />
          </xs:choice></xs:complexType>
          <xs:simpleType name="email"><xs:restriction base="xs:string"><xs:pattern value=".+@.+" /></xs:restriction></xs:simpleType>
          <xs:complexType name="category"><xs:attribute name="term" use="required" /><xs:attribute name="scheme" /><xs:attribute name="label" />
          </xs:complexType>
          <xs:complexType name="generator"><xs:simpleContent><xs:extension base="xs:string">
            <xs:attribute name="uri" type="xs:anyURI" /><xs:attribute name="version" />
          </xs:extension></xs:simpleContent></xs:complexType>
          <xs:complexType name="link">
            <xs:attribute name="href" type="xs:anyURI" use="required" /><xs:attribute name="rel" /><xs:attribute name="type" />
            <xs:attribute name="hreflang" type="xs:language" /><xs:attribute name="title" /><xs:attribute name="length" />
          </xs:complexType>
          <xs:complexType name="text" mixed="true">
            <xs:sequence><xs:any minOccurs="0" namespace="http://www.w3.org/1999/xhtml" processContents="lax" /></xs:sequence>
            <xs:attribute name="type"><xs:simpleType><xs:restriction base="xs:string">
              <xs:enumeration value="text" /><xs:enumeration value="html" /><xs:enumeration value="xhtml" />
            </xs:restriction></xs:simpleType></xs:attribute>
            <xs:anyAttribute namespace="##other" processContents="lax" />
          </xs:complexType>
          <xs:complexType name="uri"><xs:simpleContent><xs:extension base="xs:anyURI" /></xs:simpleContent></xs:complexType>
          <xs:simpleType name="date"><xs:restriction base="xs:dateTime"><xs:pattern value=".*(Z|[+\-]\d\d:\d\d)" /></xs:restriction></xs:simpleType>
        </xs:schema>
        """;

    /// <summary>Everything in which the feed at hand is not as it should be.</summary>
    public static IReadOnlyList<string> Faults(string feed)
    {
        var schemas = new XmlSchemaSet();
        schemas.Add(Atom, XmlReader.Create(new StringReader(Schema)));
        var document = XDocument.Parse(feed);
        var faults = new List<string>();
        document.Validate(schemas, (_, fault) => faults.Add(fault.Message));
        var root = document.Root!;
        Once(root);
        var entries = Named(root, "entry").ToList();
        entries.ForEach(Once);
        if (!Named(root, "author").Any() && !entries.TrueForAll(entry => Named(entry, "author").Any()))
        {
            faults.Add("Neither the feed nor each entry says who wrote it.");
        }

        faults.AddRange(entries.Where(entry => !Named(entry, "content").Any() && !Named(entry, "link").Any(IsAlternate))
            .Select(entry => $"{Named(entry, "title").First().Value} has neither content nor a link to it."));
        faults.AddRange(entries.GroupBy(entry => (Named(entry, "id").First().Value, Named(entry, "updated").First().Value))
            .Where(same => same.Count() > 1).Select(same => $"{same.Key} stands twice."));
        return faults;

        void Once(XElement element)
        {
            foreach (var name in (string[])["id", "title", "updated"])
            {
                if (Named(element, name).Count() != 1)
                {
                    faults.Add($"{element.Name.LocalName} has not one {name}.");
                }
            }
        }
    }

    private static IEnumerable<XElement> Named(XElement element, string name) => element.Elements(XName.Get(name, Atom));

    private static bool IsAlternate(XElement link) => link.Attribute("rel")?.Value is null or "alternate";
}
