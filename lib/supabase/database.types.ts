// Written by `npm run types` from the migrations; do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  __InternalSupabase: { PostgrestVersion: '12' }
  public: {
    Tables: {
      addresses: {
        Row: {
          house_number: string
          id: number
          location: unknown
          place: string | null
          postcode: string | null
          ref: string
          source_key: string
          street: string | null
        }
        Insert: {
          house_number: string
          id?: never
          location: unknown
          place?: string | null
          postcode?: string | null
          ref: string
          source_key: string
          street?: string | null
        }
        Update: {
          house_number?: string
          id?: never
          location?: unknown
          place?: string | null
          postcode?: string | null
          ref?: string
          source_key?: string
          street?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'addresses_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      business_disciplines: {
        Row: {
          business_id: string
          discipline_code: string
          role: string
        }
        Insert: {
          business_id: string
          discipline_code: string
          role: string
        }
        Update: {
          business_id?: string
          discipline_code?: string
          role?: string
        }
        Relationships: [
          {
            foreignKeyName: 'business_disciplines_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'business_disciplines_discipline_code_fkey'
            columns: ['discipline_code']
            isOneToOne: false
            referencedRelation: 'disciplines'
            referencedColumns: ['code']
          },
        ]
      }
      business_wz_codes: {
        Row: {
          business_id: string
          code: string
          scheme: string
          version: string
        }
        Insert: {
          business_id: string
          code: string
          scheme?: string
          version: string
        }
        Update: {
          business_id?: string
          code?: string
          scheme?: string
          version?: string
        }
        Relationships: [
          {
            foreignKeyName: 'business_wz_codes_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
        ]
      }
      businesses: {
        Row: {
          address: string | null
          blur_bearing_degrees: number | null
          blur_distance_meters: number | null
          confirmed_by: string | null
          confirmed_on: string | null
          created_at: string
          disclosure: string
          district_id: number | null
          id: string
          location: unknown | null
          name: string
          public_address: string | null
          public_district_id: number | null
          public_location: unknown | null
          services: string[]
          slug: string
          source_key: string
          status: string
          summary: string
          updated_at: string
          verified: boolean
          website: string | null
        }
        Insert: {
          address?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          id?: string
          location?: unknown | null
          name: string
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          services?: string[]
          slug: string
          source_key: string
          status?: string
          summary?: string
          updated_at?: string
          verified?: boolean
          website?: string | null
        }
        Update: {
          address?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          id?: string
          location?: unknown | null
          name?: string
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          services?: string[]
          slug?: string
          source_key?: string
          status?: string
          summary?: string
          updated_at?: string
          verified?: boolean
          website?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'businesses_district_id_fkey'
            columns: ['district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'businesses_public_district_id_fkey'
            columns: ['public_district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'businesses_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      context_places: {
        Row: {
          id: number
          kind: string
          location: unknown
          name: string | null
          ref: string
          source_key: string
        }
        Insert: {
          id?: never
          kind: string
          location: unknown
          name?: string | null
          ref: string
          source_key: string
        }
        Update: {
          id?: never
          kind?: string
          location?: unknown
          name?: string | null
          ref?: string
          source_key?: string
        }
        Relationships: [
          {
            foreignKeyName: 'context_places_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      disciplines: {
        Row: {
          code: string
          official_de: string
          position: number
          sector: string
          short_de: string
          short_en: string
        }
        Insert: {
          code: string
          official_de: string
          position: number
          sector: string
          short_de: string
          short_en: string
        }
        Update: {
          code?: string
          official_de?: string
          position?: number
          sector?: string
          short_de?: string
          short_en?: string
        }
        Relationships: []
      }
      districts: {
        Row: {
          boundary: unknown
          id: number
          is_demonstration: boolean
          name: string
          source_key: string | null
        }
        Insert: {
          boundary: unknown
          id?: never
          is_demonstration?: boolean
          name: string
          source_key?: string | null
        }
        Update: {
          boundary?: unknown
          id?: never
          is_demonstration?: boolean
          name?: string
          source_key?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'districts_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      import_runs: {
        Row: {
          counts: Json
          file_name: string
          finished_at: string | null
          id: string
          profile: string
          source_key: string
          started_at: string
        }
        Insert: {
          counts?: Json
          file_name: string
          finished_at?: string | null
          id?: string
          profile: string
          source_key: string
          started_at?: string
        }
        Update: {
          counts?: Json
          file_name?: string
          finished_at?: string | null
          id?: string
          profile?: string
          source_key?: string
          started_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'import_runs_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      profiles: {
        Row: {
          created_at: string
          role: string
          user_id: string
        }
        Insert: {
          created_at?: string
          role?: string
          user_id: string
        }
        Update: {
          created_at?: string
          role?: string
          user_id?: string
        }
        Relationships: []
      }
      publication: {
        Row: {
          changed_at: string
          demonstration: boolean
          only_row: boolean
          version: number
        }
        Insert: {
          changed_at?: string
          demonstration?: boolean
          only_row?: boolean
          version: number
        }
        Update: {
          changed_at?: string
          demonstration?: boolean
          only_row?: boolean
          version?: number
        }
        Relationships: []
      }
      source_records: {
        Row: {
          business_id: string | null
          hash: string
          kind: string
          outcome: string
          ref: string
          review: boolean
          seen_at: string
          source_key: string
          space_id: string | null
        }
        Insert: {
          business_id?: string | null
          hash: string
          kind: string
          outcome?: string
          ref: string
          review?: boolean
          seen_at?: string
          source_key: string
          space_id?: string | null
        }
        Update: {
          business_id?: string | null
          hash?: string
          kind?: string
          outcome?: string
          ref?: string
          review?: boolean
          seen_at?: string
          source_key?: string
          space_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'source_records_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'source_records_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
          {
            foreignKeyName: 'source_records_space_id_fkey'
            columns: ['space_id']
            isOneToOne: false
            referencedRelation: 'spaces'
            referencedColumns: ['id']
          },
        ]
      }
      sources: {
        Row: {
          attribution: string
          is_demonstration: boolean
          key: string
          license: string
          license_url: string | null
          retrieved_on: string | null
          title: string
        }
        Insert: {
          attribution?: string
          is_demonstration?: boolean
          key: string
          license: string
          license_url?: string | null
          retrieved_on?: string | null
          title: string
        }
        Update: {
          attribution?: string
          is_demonstration?: boolean
          key?: string
          license?: string
          license_url?: string | null
          retrieved_on?: string | null
          title?: string
        }
        Relationships: []
      }
      spaces: {
        Row: {
          address: string | null
          area_square_meters: number | null
          available_from: string | null
          blur_bearing_degrees: number | null
          blur_distance_meters: number | null
          certainty: number | null
          confirmed_by: string | null
          confirmed_on: string | null
          created_at: string
          disclosure: string
          district_id: number | null
          floor: string | null
          former_use: string | null
          id: string
          location: unknown | null
          name: string
          public_address: string | null
          public_district_id: number | null
          public_location: unknown | null
          rent_class: string | null
          services: string[]
          slug: string
          source_key: string
          state: string
          status: string
          step_free: boolean | null
          summary: string
          updated_at: string
          use: string
          vacant_since: string | null
          vacant_since_precision: string | null
          website: string | null
        }
        Insert: {
          address?: string | null
          area_square_meters?: number | null
          available_from?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          certainty?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          floor?: string | null
          former_use?: string | null
          id?: string
          location?: unknown | null
          name: string
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          rent_class?: string | null
          services?: string[]
          slug: string
          source_key: string
          state?: string
          status?: string
          step_free?: boolean | null
          summary?: string
          updated_at?: string
          use?: string
          vacant_since?: string | null
          vacant_since_precision?: string | null
          website?: string | null
        }
        Update: {
          address?: string | null
          area_square_meters?: number | null
          available_from?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          certainty?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          floor?: string | null
          former_use?: string | null
          id?: string
          location?: unknown | null
          name?: string
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          rent_class?: string | null
          services?: string[]
          slug?: string
          source_key?: string
          state?: string
          status?: string
          step_free?: boolean | null
          summary?: string
          updated_at?: string
          use?: string
          vacant_since?: string | null
          vacant_since_precision?: string | null
          website?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'spaces_district_id_fkey'
            columns: ['district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'spaces_public_district_id_fkey'
            columns: ['public_district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'spaces_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      wz_codes: {
        Row: {
          code: string
          discipline_code: string
          is_partial: boolean
          is_primary: boolean
          scheme: string
          title: string
          version: string
        }
        Insert: {
          code: string
          discipline_code: string
          is_partial: boolean
          is_primary: boolean
          scheme?: string
          title: string
          version: string
        }
        Update: {
          code?: string
          discipline_code?: string
          is_partial?: boolean
          is_primary?: boolean
          scheme?: string
          title?: string
          version?: string
        }
        Relationships: [
          {
            foreignKeyName: 'wz_codes_discipline_code_fkey'
            columns: ['discipline_code']
            isOneToOne: false
            referencedRelation: 'disciplines'
            referencedColumns: ['code']
          },
        ]
      }
    }
    Views: {
      address_points: {
        Row: {
          house_number: string | null
          id: number | null
          lat: number | null
          lng: number | null
          place: string | null
          postcode: string | null
          street: string | null
        }
        Relationships: []
      }
      address_streets: {
        Row: {
          id: number | null
          lat: number | null
          lng: number | null
          place: string | null
          postcodes: string | null
          street: string | null
        }
        Relationships: []
      }
      district_outlines: {
        Row: {
          boundary: Json | null
          id: number | null
          is_demonstration: boolean | null
          name: string | null
        }
        Relationships: []
      }
      entries: {
        Row: {
          address: string | null
          area_square_meters: number | null
          attribution: string | null
          confirmed_by: string | null
          confirmed_on: string | null
          disciplines: string[] | null
          disclosure: string | null
          district: string | null
          id: string | null
          kind: string | null
          lat: number | null
          license: string | null
          license_url: string | null
          lng: number | null
          name: string | null
          services: string[] | null
          slug: string | null
          source: string | null
          source_key: string | null
          state: string | null
          summary: string | null
          use: string | null
          website: string | null
        }
        Relationships: []
      }
    }
    Functions: {
      end_demonstration: {
        Args: never
        Returns: undefined
      }
      entry_departure: {
        Args: {
          asked_slug: string
        }
        Returns: string
      }
      geocode_addresses: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_addresses: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_batch: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_context: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_districts: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      seed_demonstration: {
        Args: {
          payload: string
        }
        Returns: undefined
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
